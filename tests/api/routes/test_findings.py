from tests.api.client import client
from tests.api.listed import every, one


def test_a_finding_tells_its_study_and_year() -> None:
    found = one("findings", "f003", lang="en")
    assert found["study"]["id"] == "000"
    assert found["lastObserved"] == "2018"
    assert len(every("findings")) > 100


def test_one_finding_tells_what_it_is_about() -> None:
    body = client().get("/v1/findings/f128").json()
    assert body["id"] == "f128"
    assert body["about"]


def test_a_finding_that_is_none_is_not_found() -> None:
    response = client().get("/v1/findings/nope", params={"lang": "en"})
    assert (response.status_code, response.json()["detail"]) == (404, "There is no finding with the id “nope”.")
