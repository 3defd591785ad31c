"""What has changed from one version on disk to another, by what their builds wrote down."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from kg.build.release import report_of
from kg.core.errors import NotFound
from kg.model.build_report import BuildReport
from kg.model.change import Change, GraphChange
from kg.store import versions


def between(home: Path, since: str, until: str) -> tuple[Change, ...]:
    """The steps from a version to another, in the order in which they were built.

    Versions that are no longer on disk are stepped over. Back to an earlier version it is one step. Raises `NotFound`
    for a version that is not on disk, or whose report cannot be read.
    """
    if since == until:
        return ()
    reports = {v.id: report for v in reversed(versions.known(home)) if (report := report_of(v)) is not None}
    for version in (since, until):
        if version not in reports:
            raise NotFound("There is no such version on disk: fetch everything anew.", reason="version", value=version)
    order = list(reports)
    first, last = order.index(since), order.index(until)
    line = order[first : last + 1] if first <= last else [since, until]
    return tuple(_change(reports[one], reports[next_one]) for one, next_one in pairwise(line))


def _change(old: BuildReport, new: BuildReport) -> Change:
    graphs = tuple(_graphs(old, new))
    return Change(since=old.kg_version, version=new.kg_version, built_at=new.built_at, graphs=graphs)


def _graphs(old: BuildReport, new: BuildReport) -> Iterator[GraphChange]:
    for name in sorted(old.graphs.keys() | new.graphs.keys()):
        if old.digests.get(name) != new.digests.get(name):
            yield GraphChange(graph=name, before=old.graphs.get(name, 0), after=new.graphs.get(name, 0))
