"""HermiT finds what contradicts, in the vocabulary as it ships; it says nothing of what is missing."""

from functools import cache

import pytest
from rdflib import OWL, RDF, RDFS, Graph, Namespace, URIRef

from kg.build import reason
from kg.core.errors import BuildError
from kg.core.iris import ID, NS
from kg.core.paths import text_root
from tests.build.planting import HEAD, NORM, WORLD

RV = Namespace(NS)
BAD = {
    "permission and prohibition": "norm:planted a rv:Prohibition .",
    "a role under a unit": "kind:doctor rv:kindOf kind:hospital .",
    "a service as bearer": "norm:planted rv:bearer kind:care .",
    "a finding of the authority of an act": "finding:told rv:authority authority:act .",
    "an exclusive prohibition": NORM.replace(
        "norm:planted a rv:Permission", "norm:x a rv:Prohibition ; rv:exclusive true"
    ),
    "a hierarchy of actions": "action:refer rv:kindOf action:assess .",
    "two values of a functional property": "norm:planted rv:action action:refer .",
    "a place that is a role": "norm:planted rv:place kind:doctor .",
}


@cache
def sound() -> frozenset[reason.Triple]:
    graph = Graph()
    for path in (text_root() / "ontology/vocabulary").glob("*.ttl"):
        graph.parse(path)
    graph.parse(WORLD)
    return frozenset(graph.parse(data=HEAD + NORM, format="turtle"))


@pytest.mark.java
def test_the_sound_world_is_consistent() -> None:
    assert reason.consistent(sound())


@pytest.mark.java
@pytest.mark.parametrize("why", BAD)
def test_contradiction_is_found(why: str) -> None:
    assert not reason.consistent({*sound(), *Graph().parse(data=HEAD + BAD[why], format="turtle")})


@pytest.mark.java
def test_a_class_that_must_be_empty_is_found() -> None:
    empty: list[reason.Triple] = [
        (RV.Odd, RDF.type, OWL.Class),
        (RV.Odd, RDFS.subClassOf, RV.Norm),
        (RV.Odd, RDFS.subClassOf, RV.Place),
    ]
    assert not reason.consistent({*sound(), *empty})


@pytest.mark.java
def test_axioms_that_the_reasoner_cannot_take_are_told() -> None:
    graph = Graph().parse(
        data=HEAD
        + "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "
        "rv:within a owl:TransitiveProperty . rv:Place rdfs:subClassOf "
        "[ a owl:Restriction ; owl:onProperty rv:within ; owl:maxCardinality 1 ] .",
        format="turtle",
    )
    with pytest.raises(BuildError, match="stopped with an error") as raised:
        reason.consistent({*sound(), *graph})
    assert "within" in str(raised.value.details["problems"])


def test_java_options_are_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-Dx=y")
    with reason._short_lived_java():
        assert reason.os.environ["JAVA_TOOL_OPTIONS"] == f"-Dx=y {reason.QUICK}"
    assert reason.os.environ["JAVA_TOOL_OPTIONS"] == "-Dx=y"


def test_one_row_of_every_sort_stands_for_a_table() -> None:
    a, b, c, d = (URIRef(f"{ID}place/{n}") for n in "abcd")
    land, role = URIRef(ID + "place/land"), URIRef(ID + "kind/doctor")
    table = Graph()
    for place, wide in ((a, land), (b, land), (c, role), (d, a)):
        table.add((place, RDF.type, RV.Municipality))
        table.add((place, RV.within, wide))
    whole = Graph() + table
    whole.add((land, RDF.type, RV.Country))
    whole.add((role, RDF.type, RV.RoleKind))
    chosen = set(reason.sample(table, whole))
    assert {s for s, p, _ in chosen if p == RV.within} == {a, c, d}
    assert (land, RDF.type, RV.Country) in chosen
    assert (role, RDF.type, RV.RoleKind) in chosen
