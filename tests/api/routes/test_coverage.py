from tests.api.client import client


def test_coverage_says_when_the_law_was_checked() -> None:
    body = client().get("/v1/coverage").json()
    assert body["law"] == {"checkedOn": "2026-07-02"}
    assert body["place"]["id"] == "norway"


def test_coverage_names_the_list_of_the_hospital() -> None:
    body = client().get("/v1/coverage", params={"place": "Askøy", "lang": "en"}).json()
    assert body["hospitalList"]
    assert body["agreement"] is None
    assert "none has been read for this place" in body["statements"][-1]
