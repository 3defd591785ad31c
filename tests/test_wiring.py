"""A new version on disk is taken whole; one that cannot be opened leaves the old one answering."""

import shutil
import time
from collections.abc import Callable
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


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(1000):
        if is_so():
            return
        time.sleep(0.01)
    pytest.fail("it does not come")


def another(home: Path) -> None:
    shutil.copytree(home / "versions" / "test", home / "versions" / "next")
    versions.point_to(home, versions.at(home, "next"))


def test_without_a_version_nothing_opens(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing):
        open_graph(Settings(home=tmp_path))
    with pytest.raises(StoreMissing):
        Current(Settings(home=tmp_path))


def test_a_graph_is_of_one_version_throughout(home: Path) -> None:
    graph = open_graph(Settings(home=home))
    assert graph.version == graph.index.version == "test"
    assert graph.location == str(versions.at(home, "test").store)
    assert all(voice.index is graph.index for voice in graph.voices.values())


def test_the_same_pointer_is_no_news(home: Path) -> None:
    current = Current(Settings(home=home))
    before = current.graph()
    current.look()
    assert current.graph() is before
    assert current.trouble() == ""


def test_a_new_version_is_noticed_and_swapped_in(home: Path) -> None:
    current = Current(Settings(home=home))
    old = current.graph()
    another(home)
    assert current.graph() is old
    current.look()
    assert (old.version, current.graph().version, current.trouble()) == ("test", "next", "")


def test_while_it_is_watched_a_new_version_comes_by_itself(home: Path) -> None:
    current = Current(Settings(home=home))
    another(home)
    with current.watched(every=0.01):
        wait_until(lambda: current.graph().version == "next")
    assert current.graph().version == "next"


def test_while_the_pointer_is_gone_the_old_graph_answers(home: Path) -> None:
    current = Current(Settings(home=home))
    (home / "versions" / versions.POINTER).unlink()
    current.look()
    assert current.graph().version == "test"
    assert "no built graph" in current.trouble()
    versions.point_to(home, versions.at(home, "test"))
    current.look()
    assert current.trouble() == ""


def test_a_version_that_cannot_be_opened_is_told_once(home: Path, caplog: pytest.LogCaptureFixture) -> None:
    current = Current(Settings(home=home))
    (home / "versions" / "broken").mkdir()
    versions.point_to(home, versions.at(home, "broken"))
    for _ in range(3):
        current.look()
        assert current.graph().version == "test"
        assert "no readable stamp" in current.trouble()
    assert [r.getMessage() for r in caplog.records] == ["version cannot be opened"]
    another(home)
    current.look()
    assert (current.graph().version, current.trouble()) == ("next", "")
