"""Answers of the endpoint, each format read by something else than what wrote it, where there is such."""

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

import pyoxigraph as ox

from tests.w3c.answers import Read, Table, Term, from_csv

XML = "{http://www.w3.org/2005/sparql-results#}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _json(content: bytes) -> Read:
    """https://www.w3.org/TR/sparql11-results-json/"""
    said = json.loads(content)
    if "boolean" in said:
        assert isinstance(said["boolean"], bool)
        return said["boolean"]
    columns = said["head"]["vars"]
    rows = said["results"]["bindings"]
    assert all(set(row) <= set(columns) for row in rows)
    return Table(columns, [[_term(**row[c]) if c in row else None for c in columns] for row in rows])


def _term(type: str, value: str, **more: str) -> Term:  # noqa: A002 (so the standard names it)
    if type in ("uri", "bnode"):
        assert not more
        return ox.NamedNode(value) if type == "uri" else ox.BlankNode(value)
    assert type == "literal"
    return _literal(value, more.get("xml:lang"), more.get("datatype"))


def _literal(value: str, language: str | None, datatype: str | None) -> ox.Literal:
    assert not (language and datatype)
    return ox.Literal(value, language=language, datatype=ox.NamedNode(datatype) if datatype else None)


def _xml(content: bytes) -> Read:
    """https://www.w3.org/TR/rdf-sparql-XMLres/"""
    root = ElementTree.fromstring(content)
    assert root.tag == f"{XML}sparql"
    boolean = root.find(f"{XML}boolean")
    if boolean is not None:
        return {"true": True, "false": False}[boolean.text or ""]
    columns = [v.attrib["name"] for v in root.findall(f"{XML}head/{XML}variable")]
    rows = [
        {b.attrib["name"]: _element(b[0]) for b in row.findall(f"{XML}binding")}
        for row in root.findall(f"{XML}results/{XML}result")
    ]
    assert all(set(row) <= set(columns) for row in rows)
    return Table(columns, [[row.get(c) for c in columns] for row in rows])


def _element(found: ElementTree.Element) -> Term:
    text = found.text or ""
    match found.tag.removeprefix(XML):
        case "uri":
            return ox.NamedNode(text)
        case "bnode":
            return ox.BlankNode(text)
        case tag:
            assert tag == "literal"
            return _literal(text, found.get(LANG), found.get("datatype"))


def _csv(content: bytes) -> Read:
    """https://www.w3.org/TR/sparql11-results-csv-tsv/"""
    said = {b"true": True, b"false": False}.get(content.strip())
    assert content.endswith(b"\r\n") or said is not None
    return from_csv(content) if said is None else said


def _tsv(content: bytes) -> Read:
    """The same: each cell is a term as Turtle has it."""
    said = {b"true": True, b"false": False}.get(content.strip())
    if said is not None:
        return said
    head, *rows = content.decode("utf-8").removesuffix("\n").split("\n")
    columns = [name.removeprefix("?") for name in head.split("\t")] if head else []
    return Table(columns, [[_turtle(cell) for cell in row.split("\t")] if columns else [] for row in rows])


def _turtle(cell: str) -> Term | None:
    if not cell or cell.startswith("_:"):
        return ox.BlankNode(cell.removeprefix("_:")) if cell else None
    [found] = ox.parse(f"<x:s> <x:p> {cell} .", format=ox.RdfFormat.TURTLE)
    assert isinstance(found.object, Term)
    return found.object


def _graph(sort: ox.RdfFormat) -> Callable[[bytes], Read]:
    return lambda content: [quad.triple for quad in ox.parse(content, format=sort)]


SOLUTIONS: Mapping[str, Callable[[bytes], Any]] = MappingProxyType(
    {
        "application/sparql-results+json": _json,
        "application/sparql-results+xml": _xml,
        "text/csv": _csv,
        "text/tab-separated-values": _tsv,
    }
)
GRAPHS: Mapping[str, Callable[[bytes], Any]] = MappingProxyType(
    {
        "text/turtle": _graph(ox.RdfFormat.TURTLE),
        "application/n-triples": _graph(ox.RdfFormat.N_TRIPLES),
        "application/ld+json": _graph(ox.RdfFormat.JSON_LD),
        "application/rdf+xml": _graph(ox.RdfFormat.RDF_XML),
    }
)
"""How each format is read."""
