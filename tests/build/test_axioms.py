"""Each sort of axiom that the vocabulary uses can be said in words."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Namespace
from rdflib.term import Node

from kg.build.axioms import say
from kg.core.iris import ID, NS
from kg.core.paths import text_root

RV = Namespace(NS)


@pytest.fixture(scope="module")
def vocabulary() -> Graph:
    graph = Graph()
    for path in (text_root() / "ontology/vocabulary").glob("*.ttl"):
        graph.parse(path)
    return graph


@pytest.mark.parametrize(
    ("subject", "predicate", "sentence"),
    [
        (
            RV.ActorKind,
            OWL.disjointUnionOf,
            "Every actor kind is exactly one of these, never two: role kind, unit kind.",
        ),
        (RV.PersonalAction, OWL.disjointWith, "Nothing is both personal action and organisational action."),
        (RV.bearer, RDFS.domain, "Only a norm has “bearer”."),
        (RV.counterpart, RDFS.range, "“counterpart” takes only: actor kind or service kind."),
        (RV.Country, RDFS.subClassOf, "Every country is a place."),
    ],
)
def test_axiom_between_named_terms(subject: Node, predicate: Node, sentence: str, vocabulary: Graph) -> None:
    value = vocabulary.value(subject, predicate)
    assert value is not None
    assert say((subject, predicate, value), vocabulary) == sentence


@pytest.mark.parametrize(
    ("owner", "sentence"),
    [
        (RV.Provision, "“has authority” of a provision takes only: rule authority."),
        (RV.Clause, "“has authority” of a clause is always: agreement."),
        (RV.Action, "No action has “kind of”."),
    ],
)
def test_axiom_on_a_property_of_a_class(owner: Node, sentence: str, vocabulary: Graph) -> None:
    whole = vocabulary + Graph().parse(
        data=f'<{ID}authority/agreement> <{SKOS.prefLabel}> "agreement"@en .', format="turtle"
    )
    said = {
        say((owner, RDFS.subClassOf, o), whole)
        for o in vocabulary.objects(owner, RDFS.subClassOf)
        if isinstance(o, BNode)
    }
    assert sentence in said


@pytest.mark.parametrize(
    ("prop", "character", "sentence"),
    [
        (RV.action, OWL.FunctionalProperty, "“has action” has one value at most."),
        (RV.kindOf, OWL.IrreflexiveProperty, "Nothing is “kind of” itself."),
        (RV.kindOf, OWL.AsymmetricProperty, "“kind of” never holds both ways."),
        (RV.version, OWL.InverseFunctionalProperty, "“has version” points to a thing from one place at most."),
    ],
)
def test_character_of_a_property(prop: Node, character: Node, sentence: str, vocabulary: Graph) -> None:
    assert (prop, RDF.type, character) in vocabulary
    assert say((prop, RDF.type, character), vocabulary) == sentence


def test_axiom_without_a_name_is_said_by_its_comment_or_its_members(vocabulary: Graph) -> None:
    heads = {s for p in (RDFS.subClassOf, OWL.members) for s in vocabulary.subjects(p) if isinstance(s, BNode)}
    said = {say((head, RDF.type, OWL.Class), vocabulary) for head in heads}
    assert "Only a permission can be exclusive." in said
    assert any(s.startswith("Nothing is two of these at once: country, municipality, city district") for s in said)
    assert not [s for s in said if s.endswith(": ")]
