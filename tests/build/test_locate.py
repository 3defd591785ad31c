"""From a statement to the line or row that says it."""

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.build.assemble import assemble
from kg.build.locate import Locator
from kg.core.iris import ID, NS
from kg.model.finding import Location
from kg.sources import manifest
from tests.build import planting
from tests.build.planting import FIRST

RV = Namespace(NS)
NORM, PLACE = URIRef(ID + "norm/planted"), URIRef(ID + "place/no-1002")
FILE, TABLE = "norms/norm.ttl", "tables/places.csv"


@pytest.fixture(scope="module")
def locate(tmp_path_factory: pytest.TempPathFactory) -> Locator:
    folder = planting.ontology(tmp_path_factory.mktemp("located"))
    return Locator(assemble(folder), folder, manifest.load(folder).modules)


@pytest.mark.parametrize(
    ("focus", "path", "value", "location"),
    [
        (NORM, None, None, Location(FILE, line=FIRST)),
        (NORM, RV.basis, None, Location(FILE, line=FIRST + 4)),
        (NORM, RV.basis, URIRef(ID + "provision/rule"), Location(FILE, line=FIRST + 4)),
        (NORM, RDF.type, RV.Permission, Location(FILE, line=FIRST)),
        (NORM, RV.fact, Literal("R-001"), Location(FILE, line=FIRST + 7)),
        (NORM, RV.dateAssurance, URIRef(ID + "assurance/a"), Location(FILE, line=FIRST + 6)),
        (NORM, RV.condition, None, Location(FILE, line=FIRST)),
        (PLACE, None, None, Location(TABLE, row=3)),
        (PLACE, SKOS.prefLabel, Literal("Nes", lang="nb"), Location(TABLE, row=3)),
        (URIRef(ID + "place/unheard-of"), None, None, None),
    ],
)
def test_location(
    focus: Node, path: Node | None, value: Node | None, location: Location | None, locate: Locator
) -> None:
    assert locate(focus, path, value) == location


def test_an_axiom_without_a_name_is_found_by_the_words_on_it(locate: Locator) -> None:
    words = Literal("Only a role can bear a norm on a personal action.", lang="en")
    node = locate._dataset.value(predicate=RDFS.comment, object=words)
    assert isinstance(node, BNode)
    found = locate(node)
    assert found is not None
    assert found.file == "vocabulary/norms.ttl"
    assert found.line is not None


def test_an_axiom_is_found_where_its_term_stands(locate: Locator) -> None:
    found = locate(RV.ActorKind, OWL.disjointUnionOf)
    assert found is not None
    assert found.file == "vocabulary/kinds.ttl"
