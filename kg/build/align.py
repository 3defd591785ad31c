"""Outside vocabularies: axioms, and what a CONSTRUCT makes of the graph for a client that knows only those terms."""

from pathlib import Path

from rdflib import Dataset, Graph, URIRef

from kg.core.iris import GRAPH
from kg.sources import construct, turtle
from kg.sources.manifest import Manifest


def align(dataset: Dataset, plan: Manifest, ontology: Path) -> None:
    """Add a graph for each alignment: its axioms and what its CONSTRUCT makes.

    Each CONSTRUCT sees the graph as it was before the first, so their order does not matter. Raises `SourceError`
    with file and line for a .rq that is no CONSTRUCT.
    """
    made = {path: _run(dataset, ontology, path) for path in plan.constructs}
    for path, triples in made.items():
        target = dataset.graph(URIRef(GRAPH + path.removesuffix(".rq")))
        for triple in triples:
            target.add(triple)
    for module in plan.alignments:
        target = dataset.graph(URIRef(module.graph))
        for triple in turtle.read(ontology / module.path):
            target.add(triple)


def _run(dataset: Dataset, ontology: Path, path: str) -> Graph:
    made = dataset.query(construct.read(ontology / path)).graph
    return made if made is not None else Graph()
