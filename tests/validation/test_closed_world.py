"""What the vocabulary says of a property is checked: each domain, range, functional property and narrowed property."""

from functools import cache

import pytest
from rdflib import OWL, RDF, RDFS, SH, Graph, Literal, Namespace, URIRef

from kg.core.iris import ID, NS
from kg.core.paths import text_root
from kg.model.finding import Finding, Severity
from kg.validation import closed_world
from kg.validation.run import run

RV = Namespace(NS)
SHAPE = ID + "shape/"


@cache
def vocabulary() -> Graph:
    graph = Graph()
    for path in (text_root() / "ontology/vocabulary").glob("*.ttl"):
        graph.parse(path)
    return graph


@cache
def shapes() -> Graph:
    return closed_world.shapes_of(vocabulary())


NAMES = sorted(str(s).removeprefix(SHAPE) for s in shapes().subjects(SH.severity))


def prop_of(name: str) -> URIRef:
    return RV[name.rpartition("-")[2]]


@cache
def found() -> dict[str, list[Finding]]:
    """Every shape broken once: a subject and values of no class, two values, and what is of the narrowing class."""
    data = Graph() + vocabulary()
    for name in NAMES:
        subject = URIRef(f"{ID}broken/{name}")
        for value in (URIRef(f"{ID}broken/one"), URIRef(f"{ID}broken/two")):
            data.add((subject, prop_of(name), value))
        if name.startswith("only-"):
            data.add((subject, RDF.type, RV[name.split("-")[1]]))
    by_shape: dict[str, list[Finding]] = {}
    for finding in run(data, shapes()):
        by_shape.setdefault(finding.shape.removeprefix(SHAPE), []).append(finding)
    return by_shape


@pytest.mark.parametrize("name", NAMES)
def test_each_shape_fires_on_its_fault(name: str) -> None:
    here = [f for f in found()[name] if f.focus == f"{ID}broken/{name}"]
    assert len(here) == (1 if name.startswith(("domain-", "one-")) else 2)
    assert {f.severity for f in here} == {Severity.VIOLATION}
    assert {lang for f in here for lang, _ in f.messages} == {"nb", "en"}


def test_every_domain_range_and_functional_property_of_the_vocabulary_has_its_shape() -> None:
    graph = vocabulary()
    ours = [str(p).removeprefix(NS) for p in graph.subjects(RDF.type, OWL.ObjectProperty) if str(p).startswith(NS)]
    ours += [str(p).removeprefix(NS) for p in graph.subjects(RDF.type, OWL.DatatypeProperty)]
    assert {f"range-{p}" for p in ours if (RV[p], RDFS.range, None) in graph} == {n for n in NAMES if n[:6] == "range-"}
    assert {f"domain-{p}" for p in ours if (RV[p], RDFS.domain, None) in graph} == {
        n for n in NAMES if n[:7] == "domain-"
    }
    one = {f"one-{p}" for p in ours if (RV[p], RDF.type, OWL.FunctionalProperty) in graph}
    assert one == {n for n in NAMES if n[:4] == "one-"}
    assert {"only-Provision-authority", "only-Finding-authority", "only-RoleKind-kindOf"} <= set(NAMES)


def test_a_union_takes_each_of_its_members_and_nothing_else() -> None:
    data = vocabulary() + Graph()
    norm = URIRef(ID + "norm/x")
    data.add((norm, RDF.type, RV.Permission))
    for name, class_ in (("a", RV.RoleKind), ("b", RV.ServiceKind), ("c", RV.Country)):
        data.add((norm, RV.counterpart, URIRef(ID + name)))
        data.add((URIRef(ID + name), RDF.type, class_))
    assert [(f.shape.removeprefix(SHAPE), f.value) for f in run(data, shapes())] == [("range-counterpart", ID + "c")]


def test_a_literal_of_another_datatype_is_found() -> None:
    data = vocabulary() + Graph()
    norm = URIRef(ID + "norm/x")
    data.add((norm, RDF.type, RV.Permission))
    data.add((norm, RV.validFrom, Literal("2012-01-01")))
    assert [f.shape.removeprefix(SHAPE) for f in run(data, shapes())] == ["range-validFrom"]


def test_what_follows_from_a_misspelt_class_is_not_told_again() -> None:
    data = Graph()
    data.add((URIRef(ID + "norm/x"), RDF.type, RV.Permision))
    known, domain, other = (
        Finding(shape=SHAPE + shape, severity=Severity.VIOLATION, focus=focus, messages=())
        for shape, focus in (
            ("known-terms", NS + "Permision"),
            ("domain-bearer", ID + "norm/x"),
            ("domain-bearer", ID + "norm/y"),
        )
    )
    assert closed_world.without_echoes([known, domain, other], data) == [known, other]
