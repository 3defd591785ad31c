"""The graphs that stored queries are asked of, each on every backend."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from rdflib import Dataset, Graph, URIRef

from kg.build import quads
from kg.build.align import align
from kg.build.assemble import assemble
from kg.build.infer import infer
from kg.build.released import describe
from kg.sources import manifest
from kg.store import oxigraph
from kg.store.endpoint import Endpoint
from kg.store.port import Store
from kg.store.remote import RemoteStore
from tests.queries.cases import ROOT
from tests.store.served import served

BACKENDS = ("memory", "disk", "remote")
Open = Callable[[str, str | None], Store]


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    """Gives the store of a backend for a world, or for the shipped graph (None). Each is made once."""
    folder = tmp_path_factory.mktemp("graphs")
    stores: dict[tuple[str, str | None], Store] = {}
    with ExitStack() as running:

        def open_(backend: str, world: str | None) -> Store:
            if (backend, world) not in stores:
                stores[backend, world] = _store(backend, _quads(folder, world), running)
            return stores[backend, world]

        yield open_
        stores.clear()


def _quads(folder: Path, world: str | None) -> Path:
    file = folder / f"{world or 'shipped'}.nq"
    if not file.exists():
        quads.write(_shipped() if world is None else _world(world), file)
    return file


def _store(backend: str, file: Path, running: ExitStack) -> Store:
    if backend == "memory":
        return oxigraph.in_memory(file.read_bytes())
    if backend == "remote":
        return RemoteStore(Endpoint(running.enter_context(served(file.read_bytes())).url))
    directory = file.with_suffix(".store")
    directory.mkdir()
    oxigraph.write(directory, file)
    return oxigraph.on_disk(directory)


def _shipped() -> Dataset:
    """What a build writes, without the checks that come between."""
    ontology = ROOT / "ontology"
    dataset = assemble(ontology)
    infer(dataset)
    align(dataset, manifest.load(ontology), ontology)
    describe(dataset, "shipped")
    return dataset


def _world(name: str) -> Dataset:
    dataset = Dataset()
    target: Graph = dataset.graph(URIRef(f"https://w3id.org/rettvei/graph/world/{name}"))
    target.parse(ROOT / "tests" / "worlds" / f"{name}.ttl", format="turtle")
    return dataset
