"""Versions lie beside each other; one pointer says which is current."""

import json
from pathlib import Path
from threading import Event, Thread

import pytest

from kg.core.errors import StoreMissing
from kg.store import oxigraph, versions
from tests.store.short import CHAIN, rows


def make(home: Path, name: str, built_at: str = "2026-01-01T00:00:00+00:00") -> versions.Version:
    version = versions.at(home, name)
    version.directory.mkdir(parents=True)
    (version.directory / "graph.nq").write_bytes(CHAIN)
    oxigraph.write(version.store, version.directory / "graph.nq")
    stamp = {"builtAt": built_at, "files": versions.sizes(version.store)}
    (version.directory / "stamp.json").write_text(json.dumps(stamp))
    return version


def test_the_pointer_names_the_current_version(tmp_path: Path) -> None:
    one, other = make(tmp_path, "one"), make(tmp_path, "other")
    versions.point_to(tmp_path, one)
    assert versions.current(tmp_path) == one
    versions.point_to(tmp_path, other)
    assert versions.current(tmp_path) == other
    assert len(rows(other.open(), "SELECT ?s WHERE { ?s :p ?o }")) == 3
    assert sorted(p.name for p in versions.folder(tmp_path).iterdir()) == ["current", "one", "other"]


def test_without_a_version_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="Run `rettvei build`"):
        versions.current(tmp_path)
    assert versions.known(tmp_path) == ()


@pytest.mark.parametrize("name", ["gone", "", "../elsewhere", ".", ".."])
def test_a_pointer_that_leads_nowhere_or_elsewhere(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    versions.folder(tmp_path).mkdir()
    (versions.folder(tmp_path) / "current").write_text(name)
    with pytest.raises(StoreMissing, match="is gone"):
        versions.current(tmp_path)


def test_known_versions_latest_first_without_half_ones(tmp_path: Path) -> None:
    for name, day in (("b", 3), ("a", 1), ("c", 2)):
        make(tmp_path, name, f"2026-01-0{day}T00:00:00+00:00")
    make(tmp_path, ".draft")
    (versions.folder(tmp_path) / "half").mkdir()
    assert [v.id for v in versions.known(tmp_path)] == ["b", "c", "a"]


def test_pruning_keeps_the_latest_and_the_current(tmp_path: Path) -> None:
    made = [make(tmp_path, f"v{day}", f"2026-01-0{day}T00:00:00+00:00") for day in range(1, 6)]
    versions.point_to(tmp_path, made[0])
    versions.prune(tmp_path, keep=3)
    assert [v.id for v in versions.known(tmp_path)] == ["v5", "v4", "v1"]


@pytest.mark.parametrize("stamp", ["", "nonsense", "[]"])
def test_a_stamp_that_cannot_be_read(stamp: str, tmp_path: Path) -> None:
    version = make(tmp_path, "one")
    (version.directory / "stamp.json").write_text(stamp)
    with pytest.raises(StoreMissing, match="no readable stamp"):
        version.open()
    assert versions.known(tmp_path) == ()


def test_a_store_that_was_cut_short_is_damaged_not_small(tmp_path: Path) -> None:
    version = make(tmp_path, "one")
    [manifest] = version.store.glob("MANIFEST*")
    manifest.write_bytes(manifest.read_bytes()[: manifest.stat().st_size // 2])
    with pytest.raises(StoreMissing, match="damaged"):
        version.open()


def test_a_reader_never_finds_the_pointer_missing_or_half_written(tmp_path: Path) -> None:
    made = [versions.at(tmp_path, name * 40) for name in "ab"]
    for version in made:
        version.directory.mkdir(parents=True)
    versions.point_to(tmp_path, made[0])
    done = Event()

    def swap() -> None:
        while not done.is_set():
            for version in made:
                versions.point_to(tmp_path, version)

    writer = Thread(target=swap)
    writer.start()
    try:
        assert {versions.current(tmp_path).id for _ in range(2000)} <= {v.id for v in made}
    finally:
        done.set()
        writer.join()
