"""What a release carries besides the rules: which version it is and how large, and the statements that probe an engine.

The version is a hash of what the graph is made from, not of the graph: so the graph can name it.
"""

from rdflib import RDF, VOID, Dataset, Literal, URIRef

from kg.store import probe, released


def describe(dataset: Dataset, version: str) -> None:
    """Add the known graphs of the probe, and the graph that says the version and counts all others."""
    dataset.parse(probe.KNOWN, format="trig")
    statements = sum(len(graph) for graph in dataset.graphs())
    target, about = dataset.graph(URIRef(released.GRAPH)), URIRef(released.DATASET)
    target.add((about, RDF.type, VOID.Dataset))
    target.add((about, URIRef(released.VERSION), Literal(version)))
    target.add((about, URIRef(released.STATEMENTS), Literal(statements)))
