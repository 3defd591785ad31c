"""A version is swapped in whole, reused when nothing changed, and never left half done."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build import pipeline, release
from kg.core.errors import BuildError, QueryFileError, StoreLocked, StoreMissing
from kg.core.settings import Settings
from kg.store import versions
from tests.build import planting

pytestmark = pytest.mark.usefixtures("no_java")

NORMS = "SELECT (COUNT(DISTINCT ?n) AS ?c) WHERE { ?n a <https://w3id.org/rettvei/ns#Permission> }"


def change(settings: Settings, name: str) -> None:
    planting.plant(settings.ontology, planting.NORM.replace("norm:planted", f"norm:{name}"))


def test_a_build_becomes_the_current_version(settings: Settings) -> None:
    report = release.build(settings)
    version = versions.current(settings.home)
    assert (version.id, report.reused, report.reasoner) == (report.kg_version, False, None)
    assert {p.name for p in version.directory.iterdir()} == {"store", "graph.nq.gz", "stamp.json"}
    assert next(version.open().select(NORMS).rows)[0] == ("1", "http://www.w3.org/2001/XMLSchema#integer", None)
    assert list(report.steps) == ["assemble", "shapes", "reason", "infer", "write"]
    assert pipeline.NO_JAVA in report.warnings
    lines = gzip.decompress(version.graph.read_bytes()).decode().splitlines()
    assert len(lines) == report.triples == sum(report.graphs.values())
    assert report.graphs["https://w3id.org/rettvei/graph/norms/norm"] == 11
    assert json.loads((version.directory / "stamp.json").read_text())["kgVersion"] == version.id


def test_nothing_is_done_twice(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first = release.build(settings)
    monkeypatch.setattr(pipeline, "run", lambda _: pytest.fail("built again"))
    second = release.build(settings)
    assert (second.kg_version, second.reused, second.graphs) == (first.kg_version, True, first.graphs)


def test_a_malformed_query_is_named_with_its_line_though_the_graph_is_built(settings: Settings) -> None:
    release.build(settings)
    (settings.queries / "norms/all.rq").write_text(planting.QUERY.replace("?basis", ";; ?basis"), "utf-8")
    with pytest.raises(QueryFileError, match=r"^queries/norms/all\.rq:6: The query cannot be read"):
        release.build(settings)


def test_an_earlier_version_is_pointed_to_again(settings: Settings) -> None:
    first = release.build(settings)
    change(settings, "more")
    second = release.build(settings)
    assert second.kg_version != first.kg_version
    (settings.ontology / "norms/planted.ttl").unlink()
    assert release.build(settings).reused
    assert versions.current(settings.home).id == first.kg_version


def test_the_last_three_versions_are_kept(settings: Settings) -> None:
    built = []
    for name in ("a", "b", "c", "d"):
        change(settings, name)
        built.append(release.build(settings).kg_version)
    assert [v.id for v in versions.known(settings.home)] == built[:0:-1]


def test_a_reader_of_the_old_version_keeps_reading(settings: Settings) -> None:
    release.build(settings)
    store = versions.current(settings.home).open()
    change(settings, "more")
    release.build(settings)
    assert next(store.select(NORMS).rows)[0] == ("1", "http://www.w3.org/2001/XMLSchema#integer", None)
    assert next(versions.current(settings.home).open().select(NORMS).rows)[0] != ("1", None, None)


def test_a_required_reasoner_that_is_missing_is_an_error(tmp_path: Path) -> None:
    planting.ontology(tmp_path)
    release.build(planting.settings(tmp_path))
    required = planting.settings(tmp_path, require_reasoner=True)
    with pytest.raises(BuildError, match="reasoner is required"):
        release.build(required)
    assert versions.current(required.home).id


def test_two_builds_do_not_meet(settings: Settings) -> None:
    versions.folder(settings.home).mkdir(parents=True)
    lock = sqlite3.connect(versions.folder(settings.home) / release.LOCK, isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreLocked, match="Another build is running"):
        release.build(settings)
    lock.close()
    assert release.build(settings).kg_version


KILLED = """
import os, signal, sys
from pathlib import Path
from kg.build import pipeline, release
from kg.core.settings import Settings
from kg.store import oxigraph
pipeline.reason.available = lambda: False
write = oxigraph.write
def killed(directory, quads):
    write(directory, quads)
    os.kill(os.getpid(), signal.SIGKILL)
release.oxigraph.write = killed
release.build(Settings(home=Path(sys.argv[1]), text=Path(sys.argv[2]), require_reasoner=False))
"""


def test_a_kill_in_the_middle_leaves_the_old_version_and_is_swept(settings: Settings) -> None:
    before = release.build(settings).kg_version
    change(settings, "more")
    command = [sys.executable, "-c", KILLED, str(settings.home), str(settings.text)]
    assert subprocess.run(command, check=False, cwd=Path.cwd(), env=dict(os.environ)).returncode == -signal.SIGKILL
    drafts = [p for p in versions.folder(settings.home).iterdir() if p.is_dir() and p.name.startswith(".")]
    assert len(drafts) == 1
    assert versions.current(settings.home).id == before
    after = release.build(settings)
    assert not after.reused
    left = {p.name for p in versions.folder(settings.home).iterdir()}
    assert left == {before, after.kg_version, versions.POINTER, release.LOCK}


FAST = """
import sys
from pathlib import Path
from kg.build import release
from kg.core.settings import Settings
report = release.build(Settings(home=Path(sys.argv[1]), text=Path(sys.argv[2]), require_reasoner=False))
assert report.reused
print(sorted({"rdflib", "owlready2", "pyshacl"} & set(sys.modules)))
"""


def test_a_built_version_is_found_without_the_rdf_libraries(settings: Settings) -> None:
    release.build(settings)
    command = [sys.executable, "-c", FAST, str(settings.home), str(settings.text)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path.cwd())
    assert done.stdout == "[]\n"


def test_a_data_folder_that_cannot_be_made_is_said(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoreMissing, match="Set RETTVEI_HOME") as said:
        release.build(settings.model_copy(update={"home": tmp_path / "file"}))
    assert said.value.details == {"reason": "no-room", "cause": "Not a directory"}


def test_nothing_is_written_when_the_version_is_current(settings: Settings) -> None:
    release.build(settings)
    written = {path: path.stat().st_mtime_ns for path in settings.home.rglob("*")}
    release.build(settings)
    assert {path: path.stat().st_mtime_ns for path in settings.home.rglob("*")} == written


def test_a_disk_that_is_full_is_said(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(home: Path, version: versions.Version) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(versions, "point_to", full)
    with pytest.raises(StoreMissing) as said:
        release.build(settings)
    assert said.value.details == {"reason": "no-room", "cause": "No space left on device"}
