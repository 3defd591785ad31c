"""`rettvei query`: a stored query by its name, or the list of them."""

from typing import Annotated

import typer

from kg.cli import options as o
from kg.core.errors import BadInput, NotFound
from kg.queries.describe import listing
from kg.queries.plain import plain
from kg.queries.registry import StoredQuery
from kg.queries.run import run as run_query


def run(
    name: Annotated[str | None, typer.Argument(help="topic/name; without it, the list.")] = None,
    params: Annotated[list[str] | None, typer.Argument(help="Parameters as name=value.")] = None,
    as_json: o.AsJson = False,
    lang: o.Language = "nb",
) -> None:
    """Run a stored query, or list them with what each takes."""
    graph, voice = o.opened(lang)
    spoken = voice.words.spoken
    if name is None:
        text = "\n".join(_line(graph.queries[n], spoken) for n in sorted(graph.queries))
        o.show(listing(graph.queries), as_json=as_json, text=text)
        return
    query = graph.queries.get(name)
    if query is None:
        raise NotFound("There is no stored query of that name.", reason="query", value=name)
    rows = list(plain(query, run_query(graph.store, query, dict(map(_pair, params or ())))))
    text = "\n".join("\t".join("" if v is None else str(v) for v in row.values()) for row in rows)
    o.show(rows, as_json=as_json, text=text)


def _line(query: StoredQuery, language: str) -> str:
    """A query as it is typed, and what it asks: what need not be given stands in brackets."""
    given = (f"{p.name}={p.type}" if p.required else f"[{p.name}={p.type}]" for p in query.header.params)
    return f"{' '.join((query.name, *given))}: {query.header.titles[language]}"


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise BadInput("A parameter is written name=value.", reason="no-pair", value=text)
    return name, value
