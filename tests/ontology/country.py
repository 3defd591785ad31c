"""The registers of Norway as one graph, and short ways through it."""

from functools import cache

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import ID, NS, local_id
from kg.core.settings import Settings
from kg.sources import tables, turtle

RV, PLACE, ORG = Namespace(NS), Namespace(f"{ID}place/"), Namespace("http://www.w3.org/ns/org#")
FOLDER = Settings().ontology / "jurisdictions/no"
DAY = "2026-04-10"


@cache
def norway() -> Graph:
    """The country, its places, trusts and units."""
    graph = turtle.read(FOLDER / "places.ttl")
    for table in sorted((FOLDER / "tables").glob("*.csv")):
        graph += tables.read(table, table.with_suffix(".rq"))
    return graph


def place(number: str) -> URIRef:
    """A municipality or district by its number."""
    return PLACE[f"no-{number}"]


def of(sort: str) -> list[Node]:
    """All places of a class."""
    return sorted(norway().subjects(RDF.type, RV[sort]))


def ids(subject: Node, name: str) -> list[str]:
    """The values of a property of ours: ids of resources, or text."""
    return sorted(local_id(str(o)) for o in norway().objects(subject, RV[name]))


def above(start: Node, name: str = "servedBy") -> list[str]:
    """Where a chain leads, step by step; it may not fork."""
    found: list[str] = []
    at: Node | None = start
    while at := norway().value(at, RV[name], any=False):
        found.append(local_id(str(at)))
    return found


def current() -> list[Node]:
    """The municipalities of today."""
    return [m for m in of("Municipality") if (m, RV.validTo, None) not in norway()]


def districts(municipality: Node) -> list[Node]:
    """The districts of a municipality."""
    return sorted(d for d in norway().subjects(RV.within, municipality) if (d, RDF.type, RV.District) in norway())
