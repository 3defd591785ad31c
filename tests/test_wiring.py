"""A new version on disk is taken whole; one that cannot be opened leaves the old one answering."""

import shutil
from pathlib import Path

import pytest

from kg.core.errors import StoreMissing
from kg.core.settings import Settings
from kg.store import versions
from kg.wiring import Current, open_graph
from tests import real


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of our own with the real graph as its only version, `test`."""
    shutil.copytree(real.home() / "versions" / "test", tmp_path / "versions" / "test")
    versions.point_to(tmp_path, versions.at(tmp_path, "test"))
    return tmp_path


def another(home: Path) -> None:
    shutil.copytree(home / "versions" / "test", home / "versions" / "next")
    versions.point_to(home, versions.at(home, "next"))


def test_without_a_version_nothing_opens(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_graph(Settings(home=tmp_path))


def test_a_graph_is_of_one_version_throughout(home: Path) -> None:
    graph = open_graph(Settings(home=home))
    assert graph.version == graph.index.version == "test"
    assert all(voice.index is graph.index for voice in graph.voices.values())


def test_the_same_pointer_is_no_news(home: Path) -> None:
    current = Current(Settings(home=home))
    before = current.graph()
    assert not current.is_newer()
    current.renew()
    assert current.graph().version == before.version


def test_a_new_version_is_noticed_and_swapped_in(home: Path) -> None:
    current = Current(Settings(home=home))
    old = current.graph()
    another(home)
    assert current.is_newer()
    assert current.graph() is old
    current.renew()
    assert current.graph().version == "next"
    assert old.version == "test"
    assert not current.is_newer()


def test_while_the_pointer_is_gone_the_old_graph_answers(home: Path) -> None:
    current = Current(Settings(home=home))
    (home / "versions" / versions.POINTER).unlink()
    assert not current.is_newer()
    assert current.graph().version == "test"


def test_a_version_that_cannot_be_opened_is_told_once(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    current = Current(Settings(home=home))
    (home / "versions" / "broken").mkdir()
    versions.point_to(home, versions.at(home, "broken"))
    assert current.is_newer()
    current.renew()
    assert current.graph().version == "test"
    assert not current.is_newer()
    assert [r.getMessage() for r in caplog.records] == ["version cannot be opened"]
    another(home)
    assert current.is_newer()
