"""Two releases differ by what one says and the other does not, whether each is kept or lies in a folder."""

import gzip
from pathlib import Path

import pytest

from kg.core.errors import BadInput
from kg.core.settings import Settings
from kg.publishing import difference, release
from kg.store import oxigraph, versions
from tests import real

NORM = "https://w3id.org/rettvei/id/norm/municipality-to-smp"
KIND = "<https://w3id.org/rettvei/id/kind/smp>"
RETIRED = (
    f'{KIND} <http://www.w3.org/2002/07/owl#deprecated> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <urn:g> .\n'
    f"{KIND} <http://purl.org/dc/terms/isReplacedBy> <https://w3id.org/rettvei/id/kind/dps> <urn:g> .\n"
)


def older(settings: Settings) -> set[str]:
    """A version `older` beside the real one, which lacks a norm; gives the lines that it lacks."""
    lines = real.release().decode().splitlines(keepends=True)
    kept = [line for line in lines if f"{NORM}>" not in line]
    version = versions.at(settings.home, "older")
    version.directory.mkdir()
    plain = settings.home / "older.nq"
    plain.write_text("".join(kept), "utf-8")
    oxigraph.write(version.store, plain)
    version.graph.write_bytes(gzip.compress(plain.read_bytes(), compresslevel=1))
    (version.directory / "stamp.json").write_text('{"builtAt": "2025-01-01T00:00:00+00:00"}')
    return {" ".join(line.split(" ")[:-2]) for line in lines if f"{NORM}>" in line}


def test_what_only_one_says_is_counted_and_named_and_the_reverse(settings: Settings) -> None:
    lacking = older(settings)
    there = difference.between(settings, "older", "test", "en")
    back = difference.between(settings, "test", "older", "en")
    assert there["statements"] == {"added": len(lacking), "removed": 0}
    assert there["terms"] == {"added": ["norm/municipality-to-smp"], "removed": [], "retired": {}}
    assert [(i["norm"]["id"], i["change"]) for i in there["items"]] == [("municipality-to-smp", "added")]
    assert back["statements"] == {"added": 0, "removed": len(lacking)}
    assert back["terms"] == {"added": [], "removed": ["norm/municipality-to-smp"], "retired": {}}
    assert [(i["norm"]["id"], i["change"]) for i in back["items"]] == [("municipality-to-smp", "removed")]


def test_a_folder_is_the_version_that_it_was_written_from(settings: Settings, tmp_path: Path) -> None:
    release.write(settings, tmp_path / "out")
    found = difference.between(settings, str(tmp_path / "out"), "test", "nb")
    assert (found["old"], found["new"], found["items"]) == ("test", "test", [])
    assert found["statements"] == {"added": 0, "removed": 0}


def test_a_retired_name_is_told_with_what_took_its_place() -> None:
    before = difference.Side("a", real.store(), real.release())
    quads = real.release() + RETIRED.encode()
    after = difference.Side("b", oxigraph.in_memory(quads), quads)
    assert before.terms()[1] == {}
    assert after.terms()[1] == {"kind/smp": "kind/dps"}
    assert len(after.statements() - before.statements()) == 2


def test_a_release_that_was_changed_is_refused(settings: Settings, tmp_path: Path) -> None:
    release.write(settings, tmp_path / "out")
    with (tmp_path / "out" / "rettvei.nq").open("a") as file:
        file.write("<urn:s> <urn:p> <urn:o> .\n")
    with pytest.raises(BadInput, match="was changed after it was written"):
        difference.between(settings, str(tmp_path / "out"), "test", "nb")


@pytest.mark.parametrize("name", ["gone", "", "../test", "/"])
def test_what_is_neither_version_nor_release_is_refused(settings: Settings, name: str) -> None:
    with pytest.raises(BadInput, match="neither a version"):
        difference.between(settings, name, "test", "nb")
