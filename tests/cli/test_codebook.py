import re
from pathlib import Path

import pytest
import yaml

import kg
from tests import real
from tests.architecture.tree import ROOT
from tests.cli.shell import run


def written(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> str:
    ran = run(capsys, "codebook", "--out", str(folder / "book.md"), "--on", "2026-11-24", *words)
    assert (ran.code, ran.err) == (0, "")
    return (folder / "book.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["nb", "nn", "da", "en"])
def test_every_norm_stands_there_once_and_the_same_each_time(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str
) -> None:
    book = written(capsys, tmp_path, "--lang", language)
    assert re.findall(r"^### `(.+)`$", book, re.MULTILINE) == sorted(real.index().shelf.by_id)
    assert book == written(capsys, tmp_path, "--lang", language)
    assert [p.name for p in tmp_path.iterdir()] == ["book.md"]


def test_a_norm_tells_what_it_says_rests_on_and_was_made_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    book = written(capsys, tmp_path, "--lang", "en")
    [about] = re.findall(r"^### `gp-refers-when-needed`\n\n(.*?)\n\n", book, re.MULTILINE | re.DOTALL)
    said = dict(line.removeprefix("- ").split(": ", 1) for line in about.splitlines())
    assert said["Modality"] == "`duty`"
    assert said["Whom it binds"] == "general practitioner (`gp`)"
    assert said["Action"].endswith("(`refer`)")
    assert "(`specialist-health-service`)" in said["Towards whom"]
    assert said["Time"] == "from 2013-01-01"
    assert re.match(r"\[.* § 30\]\(https://", said["Basis"])
    assert said["Made from"] == "G-514, R-335"
    assert said["Doubts"] == "none known"


def test_what_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ran = run(capsys, "codebook", "--out", str(tmp_path / "nowhere" / "book.md"))
    assert (ran.code, ran.out) == (2, "")
    assert "book.md" in ran.err


def test_the_citation_is_of_this_version() -> None:
    assert yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))["version"] == kg.__version__
