"""A release is whole, reads back to the graph, and leaves alone what is none."""

import hashlib
from pathlib import Path

import pytest

from kg.core.errors import BadInput, NotFound, StoreMissing
from kg.core.settings import Settings
from kg.publishing import folder, release
from kg.store import forms, versions
from tests import real


def test_each_form_reads_back_to_the_graph(settings: Settings, tmp_path: Path) -> None:
    made = release.write(settings, tmp_path / "out")
    graph = forms.read(real.release())
    for name, media in release.GRAPHS.items():
        found = forms.read((tmp_path / "out" / name).read_bytes(), media)
        assert found == (forms.merged(graph) if media == forms.TURTLE else graph), name
    assert made.version == "test"


def test_what_is_said_is_what_is_there_and_the_checksums_hold(settings: Settings, tmp_path: Path) -> None:
    made = release.write(settings, tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {*made.sizes, folder.SUMS}
    for line in (tmp_path / "out" / folder.SUMS).read_text().splitlines():
        digest, _, name = line.partition("  ")
        content = (tmp_path / "out" / name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (digest, made.sizes[name])
    assert {p.name for p in tmp_path.iterdir()} == {"home", "out"}, "nothing is left beside it"


def test_an_earlier_release_is_replaced_and_equal_graphs_give_equal_files(settings: Settings, tmp_path: Path) -> None:
    release.write(settings, tmp_path / "out")
    first = (tmp_path / "out" / folder.SUMS).read_text()
    release.write(settings, tmp_path / "out")
    assert (tmp_path / "out" / folder.SUMS).read_text() == first


@pytest.mark.parametrize("beside", ["rettvei.nq", "notes.txt"])
def test_a_folder_with_anything_else_is_left_alone(settings: Settings, tmp_path: Path, beside: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / beside).write_text("mine")
    with pytest.raises(BadInput, match="is no release and not empty"):
        release.write(settings, tmp_path / "out")
    assert [(p.name, p.read_text()) for p in (tmp_path / "out").iterdir()] == [(beside, "mine")]


def test_a_file_added_to_a_release_is_not_lost(settings: Settings, tmp_path: Path) -> None:
    release.write(settings, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    with pytest.raises(BadInput):
        release.write(settings, tmp_path / "out")
    assert (tmp_path / "out" / "notes.txt").read_text() == "mine"


def test_a_file_or_a_place_below_one_is_no_folder(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for place in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(BadInput):
            release.write(settings, place)
    assert (tmp_path / "file").read_text() == "mine"


def test_nothing_is_half_there_when_writing_fails(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release.write(settings, tmp_path / "out")
    before = (tmp_path / "out" / folder.SUMS).read_text()

    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BadInput, match="No space left on device"):
        release.write(settings, tmp_path / "out")
    assert (tmp_path / "out" / folder.SUMS).read_text() == before


def test_a_graph_that_was_cut_short_is_told(settings: Settings, tmp_path: Path) -> None:
    file = versions.current(settings.home).graph
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(StoreMissing):
        release.write(settings, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_an_endpoint_keeps_no_versions(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        release.write(Settings(store="https://store.example.no/query"), tmp_path / "out")
