"""A small world as store, index and on disk: the shipped vocabulary and schemes, and one file of this folder."""

from functools import cache
from pathlib import Path

from rdflib import Graph

from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries import registry
from kg.store.oxigraph import OxigraphStore, in_memory
from tests import real

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
VERSION = "w1"


def triples(name: str) -> bytes:
    """All of it as N-Triples."""
    graph = Graph()
    for file in (
        *sorted((ROOT / "ontology/vocabulary").glob("*.ttl")),
        *sorted((ROOT / "ontology/schemes").glob("*.ttl")),
    ):
        graph.parse(file)
    graph.parse(HERE / f"{name}.ttl")
    return graph.serialize(format="nt", encoding="utf-8")


def store(name: str = "small") -> OxigraphStore:
    """Its triples in memory."""
    return in_memory(triples(name))


def index(name: str = "small") -> Index:
    """Its index."""
    return compile_index(store(name), registry.load(ROOT / "queries"), VERSION)


@cache
def home(name: str = "small") -> Path:
    """A home with it as the current version, for what opens one from disk."""
    return real.home_of(VERSION, triples(name))
