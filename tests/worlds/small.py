"""A small world as a store and as an index: the shipped vocabulary and schemes, and one file of this folder."""

from pathlib import Path

from rdflib import Graph

from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries import registry
from kg.store.oxigraph import OxigraphStore, in_memory

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VERSION = "w1"


def store(name: str = "small") -> OxigraphStore:
    """Its triples in memory."""
    graph = Graph()
    for file in (
        *sorted((ROOT / "ontology/vocabulary").glob("*.ttl")),
        *sorted((ROOT / "ontology/schemes").glob("*.ttl")),
    ):
        graph.parse(file)
    graph.parse(HERE / f"{name}.ttl")
    return in_memory(graph.serialize(format="nt", encoding="utf-8"))


def index(name: str = "small") -> Index:
    """Its index."""
    return compile_index(store(name), registry.load(ROOT / "queries"), VERSION)
