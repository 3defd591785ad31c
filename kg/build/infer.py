"""The few inferences that queries and clients rely on, as a named graph of its own.

`skos:broader` from kindOf and partOf (SKOS clients browse by it), and `skos:inScheme` from the class of a kind.
Everything else is asked of the asserted triples: the index closes relations itself.
"""

from collections.abc import Iterator

from rdflib import RDF, RDFS, SKOS, Dataset, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import GRAPH, ID, NS, local_id

RV = Namespace(NS)
INFERRED = URIRef(GRAPH + "inferred")


def infer(dataset: Dataset) -> None:
    """Add the inferred graph."""
    target = dataset.graph(INFERRED)
    for triple in list(_inferred(dataset)):
        target.add(triple)


def _inferred(graph: Graph) -> Iterator[tuple[Node, Node, Node]]:
    for prop in (RV.kindOf, RV.partOf):
        for narrow, wide in graph.subject_objects(prop):
            yield narrow, SKOS.broader, wide
    for class_ in graph.transitive_subjects(RDFS.subClassOf, RV.Kind):
        scheme = URIRef(f"{ID}scheme/{local_id(str(class_)).rpartition('#')[2]}")
        for kind in graph.subjects(RDF.type, class_):
            yield kind, SKOS.inScheme, scheme
            yield scheme, RDF.type, SKOS.ConceptScheme
