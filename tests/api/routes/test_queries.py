from tests.api.client import client


def test_the_list_is_made_from_the_headers() -> None:
    items = client().get("/v1/queries", params={"limit": "500"}).json()["items"]
    found = next(i for i in items if i["name"] == "referral/matches")
    assert [p["name"] for p in found["params"]] == ["place", "on"]
    assert set(found["titles"]) == {"nb", "en"}


def test_one_runs_with_its_parameters() -> None:
    body = (
        client()
        .get("/v1/queries/referral/matches", params={"place": "norway", "on": "2026-11-24", "limit": "5"})
        .json()
    )
    assert len(body["items"]) == 5
    assert set(body["items"][0]) == {"norm", "referrer", "receiver"}


def test_a_value_of_the_wrong_type_is_named() -> None:
    response = client().get("/v1/queries/referral/matches", params={"place": "norway", "on": "someday"})
    assert response.status_code == 400
    assert response.json()["detail"] == "«someday» kan ikke stå i «on», som er av typen date."
