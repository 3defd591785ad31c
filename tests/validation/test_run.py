"""Findings are values, whole: shape, severity, focus, path, value, messages by language, and where it stands."""

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.term import Node

from kg.core.errors import BuildError
from kg.model.finding import Finding, Location, Severity
from kg.validation.run import run

SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <urn:x:> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
:thing a sh:NodeShape ; sh:targetClass :Thing ; sh:property :colour .
:colour a sh:PropertyShape ; sh:path :colour ; sh:minCount 1 ; sh:in ( "red" ) ; sh:severity sh:Warning ;
    sh:message "Velg rød."@nb , "Choose red."@en .
:whole a sh:NodeShape ; sh:targetClass owl:Ontology ; sh:severity sh:Violation ; sh:message "Nei."@nb , "No."@en ;
    sh:sparql [ a sh:SPARQLConstraint ; sh:select "SELECT $this ?value WHERE { ?value a <urn:x:Odd> }" ] .
"""
DATA = """@prefix : <urn:x:> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
:all a owl:Ontology . :a a :Thing ; :colour "blue" . :b a :Thing . :c a :Thing ; :colour "red" . :o a :Odd .
"""
RED = (("en", "Choose red."), ("nb", "Velg rød."))


def graphs() -> tuple[Graph, Graph]:
    return Graph().parse(data=DATA, format="turtle"), Graph().parse(data=SHAPES, format="turtle")


def test_findings_whole_gravest_first() -> None:
    here = Location("a.ttl", line=3)
    asked: list[tuple[Node, Node | None, Node | None]] = []

    def locate(focus: Node, path: Node | None, value: Node | None) -> Location:
        asked.append((focus, path, value))
        return here

    assert run(*graphs(), locate) == [
        Finding(
            shape="urn:x:whole",
            severity=Severity.VIOLATION,
            focus="urn:x:o",
            messages=(("en", "No."), ("nb", "Nei.")),
            location=here,
        ),
        Finding(
            shape="urn:x:colour",
            severity=Severity.WARNING,
            focus="urn:x:a",
            path="urn:x:colour",
            value="blue",
            messages=RED,
            location=here,
        ),
        Finding(
            shape="urn:x:colour",
            severity=Severity.WARNING,
            focus="urn:x:b",
            path="urn:x:colour",
            messages=RED,
            location=here,
        ),
    ]
    assert (URIRef("urn:x:b"), URIRef("urn:x:colour"), None) in asked


def test_nothing_wrong_nothing_found() -> None:
    data, shapes = graphs()
    for thing in ("a", "b"):
        data.remove((URIRef(f"urn:x:{thing}"), None, None))
    data.remove((URIRef("urn:x:o"), RDF.type, None))
    assert run(data, shapes) == []


def test_shapes_that_cannot_be_run_are_told() -> None:
    data, shapes = graphs()
    text = "SELECT $this WHERE { VALUES ?x { 1 } $this a ?y }"
    shapes.parse(
        data="@prefix sh: <http://www.w3.org/ns/shacl#> . <urn:x:v> a sh:NodeShape ; sh:targetClass <urn:x:Thing> ; "
        f'sh:sparql [ a sh:SPARQLConstraint ; sh:message "m" ; sh:select "{text}" ] .',
        format="turtle",
    )
    with pytest.raises(BuildError, match="cannot be run") as raised:
        run(data, shapes)
    assert "VALUES" in str(raised.value.details["problems"])
