"""pySHACL over a graph, as findings with the messages of the shape."""

from rdflib import Graph

from kg.model.finding import Severity
from kg.validation.run import run

PREFIXES = "@prefix ex: <http://example.org/> . @prefix sh: <http://www.w3.org/ns/shacl#> . "
SHAPES = (
    PREFIXES
    + """
ex:shape a sh:NodeShape ; sh:targetClass ex:Norm ; sh:property ex:basis .
ex:basis a sh:PropertyShape ; sh:path ex:basis ; sh:minCount 1 ; sh:severity sh:Violation ;
    sh:message "mangler"@nb , "is missing"@en .
"""
)


def graph(text: str) -> Graph:
    return Graph().parse(data=PREFIXES + text, format="turtle")


def test_a_finding_carries_shape_focus_and_both_messages() -> None:
    (found,) = run(graph("ex:n a ex:Norm ."), Graph().parse(data=SHAPES, format="turtle"))
    assert (found.shape, found.focus, found.path) == (
        "http://example.org/basis",
        "http://example.org/n",
        "http://example.org/basis",
    )
    assert found.severity is Severity.VIOLATION
    assert (found.message("nb"), found.message("en")) == ("mangler", "is missing")


def test_a_sound_graph_has_none() -> None:
    assert run(graph("ex:n a ex:Norm ; ex:basis ex:b ."), Graph().parse(data=SHAPES, format="turtle")) == []
