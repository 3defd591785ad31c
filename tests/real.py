"""The real graph, assembled from the repository's own files once a test run: no shapes, no reasoner, no disk."""

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from kg.build import quads
from kg.build.assemble import assemble
from kg.build.infer import infer
from kg.build.released import describe
from kg.core.settings import Settings
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries import registry
from kg.store import oxigraph, versions
from kg.store.port import Store


@cache
def release() -> bytes:
    """The graph as N-Quads, as a build of the version `test` would release it."""
    dataset = assemble(Settings().ontology)
    infer(dataset)
    describe(dataset, "test")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "graph.nq"
        quads.write(dataset, path)
        return path.read_bytes()


@cache
def store() -> Store:
    """The graph in memory."""
    return oxigraph.in_memory(release())


@cache
def index() -> Index:
    """Its index."""
    return compile_index(store(), registry.load(Settings().queries), "test")


@cache
def home() -> Path:
    """A home with that graph as its current version, for what opens one from disk."""
    return home_of("test", release())


def home_of(name: str, statements: bytes) -> Path:
    """A home with one version, of this name and these N-Quads; it goes with the test run."""
    folder = Path(tempfile.mkdtemp(prefix="rettvei-tests-"))
    version = versions.at(folder, name)
    version.directory.mkdir(parents=True)
    plain = folder / "graph.nq"
    plain.write_bytes(statements)
    oxigraph.write(version.store, plain)
    (version.directory / "stamp.json").write_text('{"builtAt": "2026-01-01T00:00:00+00:00"}')
    versions.point_to(folder, version)
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
