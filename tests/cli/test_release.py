import gzip
from pathlib import Path

import pytest

from kg.store import versions
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
