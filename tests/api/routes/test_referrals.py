import pytest

from tests.api.client import client

DECISION = {
    "question", "outcome", "headline", "summary", "reasons", "support", "displaced", "locally", "exceptions", "nearest",
    "conditions", "otherwise", "missing", "routes", "alongside", "coverage", "units", "sendTo", "asOf", "kgVersion",
    "decisionId",
}  # fmt: skip


def get(path: str, **query: str) -> dict:  # type: ignore[type-arg]
    response = client().get(f"/v1/referrals/{path}", params=query)
    assert response.status_code == 200, response.text
    return response.json()  # type: ignore[no-any-return]


def test_check_has_the_shape_of_the_contracts() -> None:
    body = get("check", referrer="municipality", receiver="dps", on="2026-11-24")
    assert set(body) >= DECISION
    assert (body["outcome"], body["headline"], body["tone"]) == ("prohibited", "Regn ikke med det", "reported-no")
    assert body["routes"][0]["steps"][0]["to"]["id"] == "gp"


def test_what_hangs_on_a_referral_is_told_as_far_as_it_is_shown() -> None:
    found = get("check", referrer="gp", receiver="dps", on="2026-11-24")["alongside"]
    assert {frozenset(n) for n in found} == {
        frozenset({"when", "norm", "statement", "grade", "whoMayCall", "citations"}),
    }


@pytest.mark.parametrize(
    "name", ["fastlege", "GP", "general practitioner", "gp", "https://w3id.org/rettvei/id/kind/gp"]
)
def test_any_name_that_people_use_is_understood(name: str) -> None:
    assert get("check", referrer=name, receiver="SMP")["question"]["referrer"]["id"] == "gp"


def test_a_condition_that_holds_makes_it_permitted() -> None:
    body = get("check", referrer="nav-office", receiver="smp", holds="acts-as-social-service")
    assert body["outcome"] == "permitted"


def test_a_decision_is_reproduced_by_its_id() -> None:
    first = get("check", referrer="gp", receiver="smp", on="2026-11-24")
    assert get("check", decision=first["decisionId"]) == first


def test_search_equals_check_one_by_one() -> None:
    for item in get("who", receiver="smp", all="true", on="2026-11-24", limit="500")["items"]:
        one = get("check", referrer=item["referrer"]["id"], receiver="smp", on="2026-11-24")
        assert one["outcome"] == item["outcome"], item


def test_lists_are_paged() -> None:
    whole = get("who", receiver="smp", limit="500")
    page = get("who", receiver="smp", limit="3", offset="2")
    assert page["items"] == whole["items"][2:5]
    assert (page["total"], page["limit"], page["offset"]) == (whole["total"], 3, 2)


def test_where_and_routes_and_matrix_answer() -> None:
    assert {"dps", "smp"} <= {i["receiver"]["id"] for i in get("where", referrer="gp")["items"]}
    assert get("routes", referrer="smp", receiver="dps")["items"][0]["steps"][-1]["to"]["id"] == "dps"
    assert len(get("matrix")["cells"]) == len(get("matrix")["referrers"])


def test_a_comparison_names_the_side_that_cannot_be_read() -> None:
    response = client().get("/v1/referrals/diff", params={"from": "2015-06-30", "to": "soon"})
    assert (response.status_code, response.json()["parameter"]) == (400, "to")


def test_a_comparison_is_tagged_by_both_its_days() -> None:
    def tag(since: str, until: str) -> str:
        given = {"from": since, "to": until, "limit": "1"}
        return client().get("/v1/referrals/diff", params=given).headers["etag"]

    assert len({tag("2015-06-30", "2015-07-01"), tag("2015-06-29", "2015-07-01"), tag("2015-06-30", "2015-07-02")}) == 3


def test_a_decision_id_stands_alone() -> None:
    first = get("check", referrer="gp", receiver="smp")
    response = client().get("/v1/referrals/check", params={"decision": first["decisionId"], "on": "2020-01-01"})
    assert (response.status_code, response.json()["reason"]) == (400, "not-alone")
