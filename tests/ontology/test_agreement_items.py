"""What an agreement should hold, each point once and as grave as the fact collection says; what contradicts what."""

import pytest
import yaml
from rdflib import RDF, SKOS
from rdflib.term import Node

from tests.ontology import fact_collection as rows
from tests.ontology.written import RV, languages, one, written

LANGUAGES = {"nb", "en"}
LEVELS = ("violation", "warning", "info")


def items() -> dict[str, Node]:
    """The points of cooperation agreements: code → item."""
    found = sorted(((one(item, RV.itemCode), item) for item in written().subjects(RDF.type, RV.AgreementItem)), key=str)
    assert len({code for code, _ in found}) == len(found)
    return {code: item for code, item in found if code.startswith("AC")}


def test_there_are_twenty_seven_points_and_each_rests_on_findings() -> None:
    assert sorted(items()) == [f"AC{n:02}" for n in range(1, 28)]
    for code, item in items().items():
        assert languages(item, SKOS.prefLabel) == LANGUAGES, code
        grounds = set(written().objects(item, RV.restsOn))
        assert grounds, code
        assert all((ground, RDF.type, RV.Finding) in written() for ground in grounds), code


@pytest.mark.skipif(not rows.FACTS.is_dir(), reason="the fact collection is not beside this checkout")
def test_a_gap_is_as_grave_as_its_fact_says() -> None:
    facts = yaml.safe_load((rows.FACTS / "facts.yaml").read_text("utf-8"))
    details = {f["id"]: f["details"] for f in facts if f["kind"] == "agreement-content" and "details" in f}
    said = {d["gap_code"]: (fact, d["gap_level"]) for fact, d in details.items() if d["gap_code"].startswith("AC")}
    # "violation if denied, warning if silent": the graver one is the level, the definition tells of the other.
    expected = {code: (fact, next(x for x in LEVELS if level.startswith(x))) for code, (fact, level) in said.items()}
    assert {code: (one(item, RV.fact), one(item, RV.gapLevel)) for code, item in items().items()} == expected


def test_a_point_that_must_not_be_contradicted_on_referral_names_the_norms() -> None:
    protected = {code: set(written().objects(item, RV.protectsNorm)) for code, item in items().items()}
    assert len(protected["AC09"]) == 5
    assert all((norm, RV.bearer, None) in written() for norms in protected.values() for norm in norms)


def test_a_contradiction_is_between_sources_and_says_what_is_made_of_it() -> None:
    found = set(written().subjects(RDF.type, RV.Contradiction))
    assert len(found) >= 5
    for contradiction in found:
        assert len(set(written().objects(contradiction, RV.between))) >= 2, contradiction
        assert languages(contradiction, SKOS.definition) >= LANGUAGES, contradiction
