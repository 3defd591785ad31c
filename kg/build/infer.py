"""The few inferences relied on, as a named graph of its own.

The scheme of each kind, from its class: what a client browses by, under the name of the class. And the areas of a
municipality with districts: those that all its districts lie in, so that a query climbs from Bergen to Helse Bergen
as it does from any other municipality. Nothing more is inferred: the index closes `kindOf`, `partOf` and the
relations of places itself, each in its own way, and queries follow `rdfs:subClassOf*`; `skos:broader` and its like
are made by the alignment with SKOS.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from rdflib import RDF, RDFS, SKOS, Dataset, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import GRAPH, NS, iri

RV = Namespace(NS)
INFERRED = URIRef(GRAPH + "inferred")


def infer(dataset: Dataset) -> None:
    """Add the inferred graph."""
    found = [*_schemes(dataset), *_shared_areas(dataset)]
    target = dataset.graph(INFERRED)
    for triple in found:
        target.add(triple)


def _schemes(dataset: Dataset) -> Iterator[tuple[Node, Node, Node]]:
    """`rv:RoleKind` gives `scheme/role-kind`; a kind is in the scheme of each of its classes, the wide ones too."""
    for wide in set(dataset.transitive_subjects(RDFS.subClassOf, RV.Kind)) - {RV.Kind}:
        narrow = set(dataset.transitive_subjects(RDFS.subClassOf, wide))
        kinds = {kind for class_ in narrow for kind in dataset.subjects(RDF.type, class_)}
        if kinds:
            scheme = URIRef(iri("scheme", _kebab(str(wide).removeprefix(NS))))
            yield scheme, RDF.type, SKOS.ConceptScheme
            yield from ((scheme, SKOS.prefLabel, label) for label in dataset.objects(wide, SKOS.prefLabel))
            yield from ((kind, SKOS.inScheme, scheme) for kind in kinds)


def _shared_areas(dataset: Dataset) -> Iterator[tuple[Node, Node, Node]]:
    """The catchment areas of today that all districts of a municipality lie in."""
    parts: dict[Node, list[set[Node]]] = defaultdict(list)
    for district in dataset.subjects(RDF.type, RV.District):
        reached = dataset.transitive_objects(district, RV.servedBy)
        areas = {a for a in reached if a is not None and (a, RDF.type, RV.CatchmentArea) in dataset}
        for municipality in dataset.objects(district, RV.within):
            parts[municipality].append(areas)
    for municipality, districts in parts.items():
        yield from ((municipality, RV.servedBy, area) for area in set.intersection(*districts))


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
