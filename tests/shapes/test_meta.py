"""Every meta shape fires on its bad example and on no other, holds on its good one, and says what to do."""

import pytest
from rdflib import RDF, SH, Literal, URIRef

from kg.core.iris import ID
from kg.model.finding import Severity
from tests.shapes import samples as s

REPORTING = sorted(str(shape).removeprefix(ID + "shape/") for shape in set(s.shapes().subjects(SH.message)))


def test_there_are_shapes_and_each_has_its_examples() -> None:
    assert len(REPORTING) > 60
    assert [sample.shape for sample in s.samples("good")] == REPORTING
    assert [sample.shape for sample in s.samples("bad")] == REPORTING


@pytest.mark.parametrize("kind", ["good", "bad"])
def test_the_world_itself_breaks_no_shape(kind: str) -> None:
    assert s.found(kind)[""] == []


@pytest.mark.parametrize("sample", s.samples("good"), ids=lambda sample: sample.shape)
def test_good_example_conforms_and_is_looked_at(sample: s.Sample) -> None:
    assert s.found("good")[sample.shape] == []
    assert s.focus_nodes(sample.shape, sample.path)


@pytest.mark.parametrize("sample", s.samples("bad"), ids=lambda sample: sample.shape)
def test_bad_example_trips_its_shape_alone(sample: s.Sample) -> None:
    found = s.found("bad")[sample.shape]
    assert {finding.shape for finding in found} == {str(s.SHAPE[sample.shape])}
    assert sorted(map(s.shown, found)) == sorted(sample.expected())
    assert {finding.severity for finding in found} == {_severity(sample.shape)}
    assert all(finding.messages == _messages(sample.shape) for finding in found)


@pytest.mark.parametrize("shape", REPORTING)
def test_shape_has_name_severity_and_message_in_both_languages(shape: str) -> None:
    graph, node = s.shapes(), s.SHAPE[shape]
    assert _languages(shape, SH.name) == ["en", "nb"]
    assert _languages(shape, SH.message) == ["en", "nb"]
    assert graph.value(node, SH.severity) in (SH.Violation, SH.Warning, SH.Info)


def test_every_named_property_shape_reports() -> None:
    named = {node for node in s.shapes().subjects(RDF.type, SH.PropertyShape) if isinstance(node, URIRef)}
    assert named <= set(s.shapes().subjects(SH.message))


def _severity(shape: str) -> Severity:
    return Severity(str(s.shapes().value(s.SHAPE[shape], SH.severity)).rpartition("#")[2].lower())


def _messages(shape: str) -> tuple[tuple[str, str], ...]:
    texts = [m for m in s.shapes().objects(s.SHAPE[shape], SH.message) if isinstance(m, Literal)]
    return tuple(sorted((str(m.language), str(m)) for m in texts))


def _languages(shape: str, prop: URIRef) -> list[str]:
    return sorted(str(o.language) for o in s.shapes().objects(s.SHAPE[shape], prop) if isinstance(o, Literal))
