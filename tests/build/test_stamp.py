"""The kgVersion follows from the content alone."""

import shutil
from pathlib import Path

import pytest

import kg
from kg.build.stamp import kg_version
from tests.build import planting


def test_equal_content_gives_an_equal_version_wherever_it_lies(tmp_path: Path) -> None:
    here = planting.ontology(tmp_path / "a")
    there = Path(shutil.copytree(here, tmp_path / "b"))
    assert kg_version(here) == kg_version(there)
    assert len(kg_version(here)) == 12


@pytest.mark.parametrize(
    "file", ["manifest.toml", "norms/norm.ttl", "tables/places.csv", "tables/places.rq", "shapes/meta/norms.ttl"]
)
def test_a_changed_file_gives_another_version(file: str, tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    before = kg_version(folder)
    (folder / file).write_text((folder / file).read_text("utf-8") + "\n", "utf-8")
    assert kg_version(folder) != before


def test_a_renamed_file_gives_another_version(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    before = kg_version(folder)
    (folder / "norms/norm.ttl").rename(folder / "norms/other.ttl")
    assert kg_version(folder) != before


def test_the_software_counts_and_prose_does_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = planting.ontology(tmp_path)
    before = kg_version(folder)
    (folder / "README.md").write_text("words", "utf-8")
    assert kg_version(folder) == before
    monkeypatch.setattr(kg, "__version__", "999")
    assert kg_version(folder) != before
