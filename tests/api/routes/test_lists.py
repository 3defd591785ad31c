import pytest

from tests.api.client import client


@pytest.mark.parametrize(
    ("noun", "known"),
    [
        ("actors", "gp"),
        ("services", "tsb"),
        ("places", "no-4627"),
        ("instruments", "sphl"),
        ("findings", "f001"),
        ("concepts", "dps"),
        ("cases", "municipality-two"),
    ],
)
def test_a_list_holds_what_is_known(noun: str, known: str) -> None:
    body = client().get(f"/v1/{noun}", params={"limit": "500"}).json()
    ids = [i["id"] for i in body["items"]]
    while len(ids) < body["total"]:
        more = client().get(f"/v1/{noun}", params={"limit": "500", "offset": str(len(ids))}).json()["items"]
        assert more
        ids += [i["id"] for i in more]
    assert known in ids
    assert len(set(ids)) == body["total"]


def test_a_norm_shows_its_basis() -> None:
    body = client().get("/v1/norms/gp-refers-when-needed", params={"on": "2020-01-01"}).json()
    assert body["citations"][0]["section"] == "§ 24"
    body = client().get("/v1/norms/gp-refers-when-needed", params={"on": "2026-02-01"}).json()
    assert body["citations"][0]["section"] == "§ 30"


def test_norms_are_paged() -> None:
    body = client().get("/v1/norms", params={"limit": "2"}).json()
    assert len(body["items"]) == 2
    assert body["total"] > 50


def test_coverage_says_when_the_law_was_checked() -> None:
    assert client().get("/v1/coverage").json()["law"] == {"checkedOn": "2026-07-02"}


def test_the_timeline_tells_when_the_reform_came_into_force() -> None:
    items = client().get("/v1/timeline", params={"limit": "500", "lang": "en"}).json()["items"]
    assert len(items) > 30
    assert all(i["label"] != i["id"] for i in items)
