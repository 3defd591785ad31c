"""What studies and pages tell: who said it, where, how surely, and that only a stated rule carries a norm."""

from rdflib import RDF, SKOS, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import ID, local_id
from tests.ontology.written import RV, languages, one, written

FINDING, NORM, STUDY = (Namespace(f"{ID}{collection}/") for collection in ("finding", "norm", "study"))
AUTHORITY, KIND, PLACE = (Namespace(f"{ID}{collection}/") for collection in ("authority", "kind", "place"))
LANGUAGES = {"nb", "en"}


def findings() -> list[Node]:
    return sorted(written().subjects(RDF.type, RV.Finding), key=str)


def based_on(finding: URIRef) -> set[str]:
    return {local_id(str(n)) for n in written().subjects(RV.basis, finding)}


def test_each_finding_says_who_said_it_where_and_how_surely() -> None:
    assert len(findings()) > 100
    for finding in findings():
        assert languages(finding, RV.saidBy) >= LANGUAGES, finding
        assert languages(finding, SKOS.prefLabel) >= LANGUAGES, finding
        assert one(finding, RV.confidence) in {"high", "medium", "low"}
        source = URIRef(STUDY[one(finding, RV.inStudy)])
        is_study = (source, RDF.type, RV.Study) in written()
        assert is_study == bool(set(written().objects(finding, RV.quotedFrom))), finding


def test_only_a_stated_rule_carries_a_norm_for_others() -> None:
    stated = {f for f in findings() if one(f, RV.authority) == "reported-rule"}
    assert {local_id(str(f)) for f in stated} == {f"f{n:03}" for n in range(1, 9)}
    practice = {n for f in set(findings()) - stated for n in written().subjects(RV.basis, f)}
    assert {one(n, RV.place) for n in practice} == {"purchaser-case-municipality", "ibbis-area"}
    assert {one(n, RV.action) for n in practice} & {"refer"} == set()


def test_a_slip_of_the_tongue_is_no_norm() -> None:
    assert one(FINDING["f009"], RV.confidence) == "low"
    assert based_on(FINDING["f009"]) == set()
    assert based_on(FINDING["f001"]) == {"municipality-to-smp"}


def test_a_derived_way_round_is_less_sure() -> None:
    assert one(FINDING["f007"], RV.confidence) == "medium"
    assert one(NORM["smp-involves-own-gp-for-dps"], RV.onTheWayTo) == "dps"


def test_a_page_that_only_tells_never_decides() -> None:
    accounts = set(written().subjects(RDF.type, RV.Account))
    told = [f for f in findings() if URIRef(STUDY[one(f, RV.inStudy)]) in accounts]
    assert len(told) > 5
    assert [f for f in told if set(written().subjects(RV.basis, f))] == []


def test_figures_add_up() -> None:
    def amount(name: str) -> int:
        return int(one(URIRef(f"{ID}figure/000-{name}"), RV.amount))

    numbers = ("one", "two", "three")
    assert sum(amount(f"{n}-professionals") for n in numbers) == amount("professionals") == 11
    assert sum(amount(f"{n}-managers") for n in numbers) == amount("managers") == 4
    assert amount("people") == amount("professionals") + amount("managers")
    assert amount("interviews") == sum(amount(f"interviews-{sort}") for sort in ("municipal", "mixed", "managers")) == 7


def test_the_three_municipalities_by_size() -> None:
    sizes = [(one(PLACE[f"municipality-{n}"], RV.inhabitants), n) for n in ("one", "two", "three")]
    assert sizes == [("3600", "one"), ("31200", "two"), ("50000", "three")]
    assert set(written().objects(PLACE["municipality-three"], RV.inhabitantsRounded))
    assert not set(written().objects(PLACE["municipality-two"], RV.inhabitantsRounded))


def test_the_steps_through_the_purchasing_office() -> None:
    step, steps = NORM["case-001-specialist-care-tells-office"], []
    while True:
        steps.append(local_id(str(step)))
        after = sorted(set(written().objects(step, RV.followedBy)), key=str)
        if not after:
            break
        step = URIRef(str(after[0]))
    assert steps == [
        "case-001-specialist-care-tells-office",
        "case-001-office-assesses",
        "case-001-office-asks-department",
        "case-001-office-decides",
        "case-001-office-passes-case",
    ]
    assert (NORM["case-001-office-decides"], RDF.type, RV.Mandate) in written()
