"""What changed between versions is told by named graph, a changed date as well as a new norm."""

import pytest

from kg.build import release
from kg.build.changes import between
from kg.core.errors import NotFound
from kg.core.iris import GRAPH
from kg.core.settings import Settings
from kg.model.change import GraphChange
from tests.build import planting

pytestmark = pytest.mark.usefixtures("no_java")

PLANTED = GRAPH + "norms/planted"
NORM = planting.NORM.replace("norm:planted", "norm:another")


def test_steps_name_the_graphs_that_differ(settings: Settings) -> None:
    first = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM)
    second = release.build(settings).kg_version
    planting.plant(settings.ontology, NORM.replace("2012-01-01", "2013-01-01"))
    third = release.build(settings).kg_version
    steps = between(settings.home, first, third)
    assert [(s.since, s.version) for s in steps] == [(first, second), (second, third)]
    assert [s.graphs for s in steps] == [
        (GraphChange(graph=PLANTED, before=0, after=11),),
        (GraphChange(graph=PLANTED, before=11, after=11),),
    ]
    assert between(settings.home, third, third) == ()
    back = between(settings.home, third, first)
    assert [(s.version, s.graphs) for s in back] == [(first, (GraphChange(graph=PLANTED, before=11, after=0),))]


def test_a_graph_that_comes_before_others_changes_only_itself(settings: Settings) -> None:
    first = release.build(settings).kg_version
    manifest = settings.ontology / "manifest.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('["vocabulary"', '["a.ttl", "vocabulary"'), "utf-8")
    (settings.ontology / "a.ttl").write_text(planting.HEAD + NORM, "utf-8")
    second = release.build(settings).kg_version
    (step,) = between(settings.home, first, second)
    assert [g.graph for g in step.graphs] == [GRAPH + "a"]


@pytest.mark.parametrize("version", ["", "..", "never-built"])
def test_a_version_that_is_not_kept_is_not_found(settings: Settings, version: str) -> None:
    built = release.build(settings).kg_version
    for since, until in ((version, built), (built, version)):
        with pytest.raises(NotFound) as caught:
            between(settings.home, since, until)
        assert caught.value.details == {"reason": "version", "value": version}
