"""Oxigraph passes the contract, in memory and on disk; and what is special about a directory."""

import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest

from kg.core.errors import StoreLocked, StoreMissing
from kg.store import oxigraph
from tests.store.contract import Contract
from tests.store.short import CHAIN, Opener, iri, quads, rows

COUNT = "SELECT ?s WHERE { ?s :p ?o }"


class TestInMemory(Contract):
    @pytest.fixture
    def store_of(self) -> Opener:
        return oxigraph.in_memory


class TestOnDisk(Contract):
    @pytest.fixture
    def store_of(self, tmp_path: Path) -> Opener:
        numbers = count()

        def open_(data: bytes) -> oxigraph.OxigraphStore:
            return oxigraph.on_disk(written(tmp_path / str(next(numbers)), data))

        return open_


def written(folder: Path, data: bytes) -> Path:
    folder.mkdir()
    (folder / "graph.nq").write_bytes(data)
    oxigraph.write(folder / "store", folder / "graph.nq")
    return folder / "store"


def test_a_missing_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="Run `rettvei build`") as raised:
        oxigraph.on_disk(tmp_path / "none")
    assert str(tmp_path) not in str(raised.value)


def cut(name: str, store: Path) -> None:
    for file in store.glob(name):
        file.write_bytes(file.read_bytes()[:12])


def lose(name: str, store: Path) -> None:
    for file in store.glob(name):
        file.unlink()


@pytest.mark.parametrize("damage", [cut, lose])
@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST*", "*.sst"])
def test_a_damaged_store_is_told_without_its_path(
    damage: Callable[[str, Path], None], name: str, tmp_path: Path
) -> None:
    store = written(tmp_path / "a", CHAIN)
    damage(name, store)
    with pytest.raises(StoreMissing, match="Run `rettvei build`") as raised:
        rows(oxigraph.on_disk(store), COUNT)
    assert str(tmp_path) not in str(raised.value)


def test_opening_to_read_changes_nothing(tmp_path: Path) -> None:
    store = written(tmp_path / "a", CHAIN)
    shutil.copytree(store, tmp_path / "before")
    assert len(rows(oxigraph.on_disk(store), COUNT)) == 3
    kept = {p.name: p.read_bytes() for p in (tmp_path / "before").iterdir() if p.name != "LOG"}
    assert {name: (store / name).read_bytes() for name in kept} == kept


def counted(store: str) -> int:
    return len(rows(oxigraph.on_disk(Path(store)), COUNT))


def test_several_processes_read_at_once(tmp_path: Path) -> None:
    store = written(tmp_path / "a", CHAIN)
    held = oxigraph.on_disk(store)
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(counted, [str(store)] * 6)) == [3] * 6
    assert len(rows(held, COUNT)) == 3


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    store = written(tmp_path / "a", CHAIN)
    writer = oxigraph.ox.Store(str(store))
    with pytest.raises(StoreLocked, match="Another process writes"):
        oxigraph.write(store, tmp_path / "a" / "graph.nq")
    assert len(rows(oxigraph.on_disk(store), COUNT)) == 3
    del writer


def test_a_blank_node_is_one_in_its_graph_and_in_the_union() -> None:
    store = oxigraph.in_memory(quads("_:n :p :b :g"))
    assert rows(store, "SELECT ?o WHERE { GRAPH :g { ?n :p ?o } ?n :p ?o }") == [(iri("b"),)]
