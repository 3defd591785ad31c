import gzip
from pathlib import Path

import pytest

from kg.cli.release import _lines
from kg.store import versions
from kg.wording.voice import choose, voices
from tests import real
from tests.cli.shell import run


@pytest.fixture
def _graph() -> None:
    versions.current(real.home()).graph.write_bytes(gzip.compress(real.release(), compresslevel=1))


@pytest.mark.usefixtures("_graph")
def test_says_what_was_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ran = run(capsys, "release", "write", str(tmp_path / "out"), "--lang", "en")
    lines = ran.out.splitlines()
    assert (ran.code, lines[0]) == (0, f"Version test is written to {tmp_path / 'out'}:")
    assert {line.split()[0] for line in lines[1:-1]} < {p.name for p in (tmp_path / "out").iterdir()}
    assert lines[-1] == "The description names no publisher: set RETTVEI_CONTACT."


@pytest.mark.usefixtures("_graph")
def test_a_folder_with_other_files_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    ran = run(capsys, "release", "write", str(tmp_path), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "is not empty and no release" in ran.err


def test_an_unknown_language_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "release", "write", str(tmp_path), "--lang", "xx").code == 2


@pytest.mark.usefixtures("_graph")
def test_says_that_two_are_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "release", "diff", "test", "test", "--lang", "en")
    assert (ran.code, ran.out) == (
        0,
        "0 statements are in test and not in test.\n0 statements are in test and not in test.\n",
    )
    assert run(capsys, "release", "diff", "test", "test", "--json").json["items"] == []


def test_a_version_that_is_not_kept_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "release", "diff", "gone", "test", "--lang", "en")
    assert ran.code == 2
    assert "“gone” is neither a version that is kept here nor a folder with a release. Kept here: test." in ran.err


def test_each_change_is_a_line() -> None:
    voice = choose(voices(real.index()), "en")
    terms = {"added": ["kind/new"], "removed": [], "retired": {"kind/old": "kind/new", "kind/lone": None}}
    found = {"old": "a", "new": "b", "statements": {"added": 2, "removed": 1}, "terms": terms}
    assert list(_lines(found | {"items": [], "otherAnswers": []}, voice)) == [
        "2 statements are in b and not in a.",
        "1 statements are in a and not in b.",
        "New names: kind/new",
        "Retired: kind/old. In its place: kind/new.",
        "Retired, with nothing in its place: kind/lone.",
    ]
