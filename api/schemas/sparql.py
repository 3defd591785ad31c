"""What /sparql takes and gives, for OpenAPI."""

from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

SOLUTIONS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
GRAPHS = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
_TEXT = MappingProxyType({"type": "string"})
_CUT = MappingProxyType(
    {
        "Rettvei-Cut": {
            "description": "Only where the answer was cut: by `rows` or `size`, and how much was given.",
            "schema": {"type": "string"},
        },
        "KG-Version": {"description": "The version of the graph that answered.", "schema": {"type": "string"}},
    }
)
_EXAMPLE = (Path(__file__).parents[1] / "descriptions" / "example.rq").read_text("utf-8")


def _results() -> dict[int | str, dict[str, Any]]:
    content: dict[str, Any] = {media: {"schema": dict(_TEXT)} for media in (*SOLUTIONS[1:], *GRAPHS[1:])}
    for media in (SOLUTIONS[0], "application/ld+json"):
        content[media] = {"schema": {}}
    content["text/turtle"] = {"schema": dict(_TEXT)}
    said = "Rows as JSON, XML, CSV or TSV; graphs as Turtle, N-Triples, JSON-LD or RDF/XML: as Accept wishes."
    return {200: {"description": said, "content": content, "headers": dict(_CUT)}}


class _Said(NamedTuple):
    """What GET and POST take."""

    get: dict[str, Any]
    post: dict[str, Any]


def _graphs() -> list[dict[str, Any]]:
    schema = {"type": "array", "items": {"type": "string", "format": "uri"}}
    return [
        {"name": f"{which}-graph-uri", "in": "query", "description": said, "schema": schema}
        for which, said in (
            ("default", "Graphs of ours to ask in place of them all."),
            ("named", "Graphs of ours that GRAPH may name."),
        )
    ]


def _query() -> _Said:
    query = {
        "name": "query",
        "in": "query",
        "description": "A query of SPARQL 1.1.",
        "schema": dict(_TEXT),
        "example": _EXAMPLE,
    }
    form = {"type": "object", "required": ["query"], "properties": {"query": dict(_TEXT)}}
    content = {
        "application/sparql-query": {"schema": dict(_TEXT), "example": _EXAMPLE},
        "application/x-www-form-urlencoded": {"schema": form, "example": {"query": _EXAMPLE}},
    }
    return _Said(
        {"parameters": [query, *_graphs()]},
        {"parameters": _graphs(), "requestBody": {"required": True, "content": content}},
    )


QUERY = _query()
RESULTS = _results()
