"""The few inferences relied on, as a named graph of its own: the scheme of each kind, from its class.

The schemes are what a client browses by, and they have the name of the class. Nothing more is inferred: the index
closes `kindOf`, `partOf` and the relations of places itself, each in its own way, and queries follow
`rdfs:subClassOf*`; `skos:broader` and its like are made by the alignment with SKOS.
"""

import re
from collections.abc import Iterator

from rdflib import RDF, RDFS, SKOS, Dataset, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import GRAPH, NS, iri

RV = Namespace(NS)
INFERRED = URIRef(GRAPH + "inferred")


def infer(dataset: Dataset) -> None:
    """Add the inferred graph."""
    found = list(_schemes(dataset))
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


def _kebab(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
