"""What a version holds otherwise than the others is written when it is built, and read from there."""

import json
from pathlib import Path

import pytest

from kg.build import changes, release
from kg.core.errors import NotFound
from kg.core.iris import GRAPH
from kg.core.settings import Settings
from kg.store import versions
from tests.build import planting

pytestmark = pytest.mark.usefixtures("no_java")

PLANTED = GRAPH + "norms/planted"
NORM = planting.NORM.replace("norm:planted", "norm:another")


def told(settings: Settings, since: str, until: str) -> list[tuple[str, str, list[str]]]:
    said = changes.read(settings.home, since, until, "en")
    return [(i["norm"]["id"], i["change"], [f["field"] for f in i["fields"]]) for i in said["items"]]


def test_each_version_is_compared_with_those_that_are_kept(settings: Settings) -> None:
    first = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM)
    second = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM.replace("2012-01-01", "2013-01-01"))
    third = release.build(settings).kg_version
    assert told(settings, first, second) == [("another", "added", [])]
    assert told(settings, second, third) == [("another", "changed", ["validFrom"])]
    assert told(settings, first, third) == [("another", "added", [])]
    assert told(settings, third, third) == []
    said = changes.read(settings.home, second, third, "nb")
    assert said["graphs"] == [{"graph": PLANTED, "before": 11, "after": 11}]
    assert (said["since"], said["kgVersion"]) == (second, third)
    assert said["builtAt"] == versions.at(settings.home, third).stamp()["builtAt"]


def test_going_back_is_compared_too(settings: Settings) -> None:
    first = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM)
    second = release.build(settings).kg_version
    (settings.ontology / "norms/planted.ttl").unlink()
    assert release.build(settings).kg_version == first
    assert told(settings, second, first) == [("another", "removed", [])]


def test_versions_are_compared_once_and_before_readers_see_the_new_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    compared = changes._compared
    monkeypatch.setattr(
        changes, "_compared", lambda *pair: seen.append(versions.current(settings.home).id) or compared(*pair)
    )
    first = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM)
    release.build(settings)
    release.build(settings)
    assert seen == [first]


def test_a_version_that_cannot_be_read_is_left_out(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    first = release.build(settings).kg_version
    next(p for p in versions.at(settings.home, first).store.iterdir() if p.suffix == ".sst").unlink()
    planting.plant(settings.ontology, NORM)
    with caplog.at_level("WARNING", logger="rettvei"):
        second = release.build(settings).kg_version
    assert caplog.messages == ["version cannot be compared"]
    with pytest.raises(NotFound):
        changes.read(settings.home, first, second, "nb")


@pytest.mark.parametrize("version", ["", ".", "..", "never-built", "../..", "\0"])
def test_a_version_that_was_never_compared_is_not_found_and_the_others_are_named(
    settings: Settings, version: str
) -> None:
    first = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM)
    second = release.build(settings).kg_version
    with pytest.raises(NotFound, match=first) as caught:
        changes.read(settings.home, version, second, "nb")
    assert caught.value.details == {"reason": "version", "value": version, "versions": [second, first]}


def test_where_the_graph_is_read_from_elsewhere_there_is_nothing_to_compare(tmp_path: Path) -> None:
    for since in ("a", "b"):
        with pytest.raises(NotFound) as caught:
            changes.read(tmp_path, since, "a", "nb")
        assert caught.value.details == {"reason": "no-versions"}


def test_a_draft_that_was_left_behind_is_no_comparison(settings: Settings) -> None:
    first = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM)
    folder: Path = versions.at(settings.home, first).directory / "changes"
    (folder / ".x").mkdir(parents=True)
    (folder / ".x" / "nb.json").write_text(json.dumps({}))
    with pytest.raises(NotFound):
        changes.read(settings.home, ".x", first, "nb")
