"""The real graph, assembled from the repository's own files once a test run: no shapes, no reasoner, no disk."""

import tempfile
from functools import cache
from pathlib import Path

from kg.build import quads
from kg.build.assemble import assemble
from kg.build.infer import infer
from kg.core.settings import Settings
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries import registry
from kg.store import oxigraph
from kg.store.port import Store


@cache
def store() -> Store:
    """The graph in memory."""
    dataset = assemble(Settings().ontology)
    infer(dataset)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        quads.write(dataset, path)
        return oxigraph.in_memory(path.read_bytes())


@cache
def index() -> Index:
    """Its index."""
    return compile_index(store(), registry.load(Settings().queries), "test")
