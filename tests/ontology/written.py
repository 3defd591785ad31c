"""All that is written by hand in the ontology, as one graph, and short ways through it."""

from functools import cache

from rdflib import Graph, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import NS, local_id
from kg.core.settings import Settings
from kg.sources import manifest, turtle

RV = Namespace(NS)


@cache
def written() -> Graph:
    """All that is written by hand."""
    graph, root = Graph(), Settings().ontology
    for module in manifest.load(root).modules:
        if module.path.endswith(".ttl"):
            graph += turtle.read(root / module.path)
    return graph


def one(subject: Node, predicate: URIRef) -> str:
    """The one value, as the id of a resource or as text."""
    values = [local_id(str(o)) if isinstance(o, URIRef) else str(o) for o in written().objects(subject, predicate)]
    assert len(values) == 1, (subject, predicate, values)
    return values[0]


def languages(subject: Node, predicate: URIRef) -> set[str | None]:
    """The language tags of the values."""
    return {getattr(o, "language", None) for o in written().objects(subject, predicate)}
