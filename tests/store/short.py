"""Data, queries and terms in short, for the contract: `:a` stands for <urn:x:a>."""

import re
from collections.abc import Callable

from kg.store.port import Iri, Literal, Row, Store

Opener = Callable[[bytes], Store]

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PART = re.compile(r'"(?:[^"\\]|\\.)*"\S*|\S+')
PREFIX = f"PREFIX : <urn:x:> PREFIX xsd: <{XSD}> "


def quads(*lines: str) -> bytes:
    """N-Quads from lines in short: `:a :p :b :g` with `:` for <urn:x:…>, literals as they stand."""
    return "".join(" ".join(map(_long, PART.findall(line))) + " .\n" for line in lines).encode()


def _long(part: str) -> str:
    return f"<urn:x:{part[1:]}>" if part.startswith(":") else part


def rows(store: Store, query: str) -> list[Row]:
    """All rows of a query, as they come."""
    return list(store.select(PREFIX + query).rows)


def iri(name: str) -> Iri:
    return Iri(f"urn:x:{name}")


def text(value: str, language: str | None = None) -> Literal:
    return Literal(value, f"{RDF}langString" if language else f"{XSD}string", language)


def number(value: int) -> Literal:
    return Literal(str(value), f"{XSD}integer")


CHAIN = quads(":a :p :b :g1", ":b :p :c :g2", ":c :p :d :g1", ":x :q :a :g1")
DATES = quads(
    f':a :from "2011-12-31"^^<{XSD}date> :g',
    f':b :from "2012-01-01"^^<{XSD}date> :g',
    f':c :from "2024-06-01"^^<{XSD}date> :g',
)
