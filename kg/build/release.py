"""A build becomes a version on disk, whole or not at all. Imports no RDF library unless there is something to build."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import kg
from kg.build import changes, stamp
from kg.core.errors import StoreLocked, StoreMissing
from kg.core.settings import Settings
from kg.model.build_report import BuildReport
from kg.queries import registry
from kg.store import oxigraph, released, versions

LOCK = ".lock"


def build(settings: Settings) -> BuildReport:
    """Build the ontology and make it the current version; nothing is written if it is that already.

    Raises `BuildError` when the ontology is not fit (the current version then stays), `SourceError` for a
    manifest that cannot be read, `QueryFileError` for a malformed stored query, `StoreLocked` while another build runs,
    `StoreMissing` where the data folder cannot be written.
    """
    # before anything else and each time: queries make no graph, so a changed one gives no new version
    registry.check_syntax(registry.load(settings.queries), oxigraph.in_memory(b""))
    version = versions.at(settings.home, stamp.kg_version(settings.ontology))
    if _is_current(version) and (report := already_built(version, settings)):
        return report
    try:
        versions.folder(settings.home).mkdir(parents=True, exist_ok=True)
        return _released(version, settings)
    except OSError as error:
        message = "The data folder cannot be used. Set RETTVEI_HOME to a folder that can be written to."
        raise StoreMissing(message, reason="no-room", cause=error.strerror) from error


def _released(version: versions.Version, settings: Settings) -> BuildReport:
    with _alone(settings.home):
        _sweep(settings.home)
        report = already_built(version, settings) or _make(version, settings)
        changes.keep(settings, version)
        versions.point_to(settings.home, version)
        versions.prune(settings.home, settings.keep_versions)
    return report


def _is_current(version: versions.Version) -> bool:
    """Whether the pointer names it: a home that is only read, as in an image, is left alone."""
    try:
        return versions.current(version.directory.parents[1]) == version
    except StoreMissing:
        return False


def already_built(version: versions.Version, settings: Settings) -> BuildReport | None:
    """The report of the build that made this version, if it is there, whole, and good enough for the settings."""
    report = report_of(version)
    try:
        version.open()
    except StoreMissing:
        return None
    if report is None or (settings.require_reasoner and report.reasoner is None):
        return None
    return replace(report, reused=True)


def report_of(version: versions.Version) -> BuildReport | None:
    """What the build of a version wrote down, or None where that is not there or of another form."""
    try:
        report = BuildReport(**version.stamp()["report"])
    except (StoreMissing, KeyError, TypeError):
        return None
    return replace(report, warnings=tuple(report.warnings))


def _make(version: versions.Version, settings: Settings) -> BuildReport:
    """Write the version under a hidden name, then give it its own."""
    # rdflib, pySHACL and owlready2 take a second to import: loaded by name, and only when something is built
    pipeline = import_module("kg.build.pipeline")
    quads = import_module("kg.build.quads")
    built = pipeline.run(settings)
    import_module("kg.build.released").describe(built.dataset, version.id)
    draft = versions.at(settings.home, f".{version.id}")
    draft.directory.mkdir()
    plain = draft.directory / "graph.nq"
    with pipeline.timed(built.steps, "write"):
        digests = quads.write(built.dataset, plain)
        digests.pop(released.GRAPH)  # it names the version: that it differs is no news
        oxigraph.write(draft.store, plain)
        quads.compress(plain, draft.graph)
    report = BuildReport(
        kg_version=version.id,
        software_version=kg.__version__,
        built_at=datetime.now(UTC).isoformat(),
        reasoner=built.reasoner,
        graphs=built.counts(),
        digests=digests,
        steps=built.steps,
        warnings=tuple(built.warnings),
    )
    _write_stamp(draft, report)
    shutil.rmtree(version.directory, ignore_errors=True)
    draft.directory.rename(version.directory)
    return report


def _write_stamp(version: versions.Version, report: BuildReport) -> None:
    content: dict[str, Any] = {
        "kgVersion": report.kg_version,
        "builtAt": report.built_at,
        "files": versions.sizes(version.store),
        "report": asdict(report),
    }
    (version.directory / "stamp.json").write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")


def _sweep(home: Path) -> None:
    """Take away what a build that was killed left behind."""
    for left in versions.folder(home).glob(".*"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        elif left.name != LOCK:
            left.unlink(missing_ok=True)


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """One build at a time. SQLite's lock goes with the process that holds it, on every platform."""
    with closing(sqlite3.connect(versions.folder(home) / LOCK, timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise StoreLocked("Another build is running here. Wait for it, then try again.") from error
        yield
