from tests.api.client import client


def test_a_norm_shows_its_basis_by_the_version_of_the_day() -> None:
    body = client().get("/v1/norms/gp-refers-when-needed", params={"on": "2020-01-01"}).json()
    assert body["citations"][0]["section"] == "§ 24"
    body = client().get("/v1/norms/gp-refers-when-needed", params={"on": "2026-02-01"}).json()
    assert body["citations"][0]["section"] == "§ 30"


def test_norms_are_paged() -> None:
    body = client().get("/v1/norms", params={"limit": "2"}).json()
    assert len(body["items"]) == 2
    assert body["total"] > 50
    more = client().get("/v1/norms", params={"limit": "1", "offset": "1"}).json()
    assert more["items"] == body["items"][1:]


def test_a_norm_that_is_none_is_not_found() -> None:
    assert client().get("/v1/norms/nope").json()["code"] == "not-found"
