from tests.api.client import client
from tests.api.listed import one


def test_a_concept_tells_what_it_is_a_kind_and_a_part_of() -> None:
    assert "specialist-institution" in one("concepts", "dps")["kindOf"]
    assert "municipality" in one("concepts", "mental-health-team")["partOf"]


def test_a_scheme_gives_its_concepts_in_their_order() -> None:
    items = client().get("/v1/concepts", params={"scheme": "abbott-decision-aspects", "lang": "en"}).json()["items"]
    assert [(i["id"], i["rank"]) for i in items] == [
        ("abbott-diagnosis", 1),
        ("abbott-inference", 2),
        ("abbott-treatment", 3),
    ]
    assert all(i["definition"] and i["study"]["id"] == "001" for i in items)


def test_concepts_of_two_studies_are_near_and_never_one() -> None:
    found = one("concepts", "functional-integration-000")
    near = {c["id"] for c in found["near"]}
    assert "dimension-functional-004" in near
    assert found["scheme"]["id"] != one("concepts", "dimension-functional-004")["scheme"]["id"]


def test_a_scheme_that_is_none_has_no_concepts() -> None:
    assert client().get("/v1/concepts", params={"scheme": "nope"}).json()["total"] == 0
