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


def test_findings_are_found_by_what_they_are_about_their_sort_and_study() -> None:
    barriers = {f["id"] for f in every("findings", about="gp", sort="barrier", study="000")}
    assert barriers >= {"f109", "f110", "f111", "f112", "f113", "f114", "f115"}
    assert barriers == {f["id"] for f in every("findings", about="kind/gp", sort="barrier", study="000")}
    assert every("findings", about="gp", sort="barrier", study="003") == []


def test_who_said_it_is_told_in_the_readers_language() -> None:
    assert one("findings", "f111", lang="nb")["saidBy"] == "en fagperson i kommunen"
    assert one("findings", "f111", lang="en")["saidBy"] == "a front-line professional in a municipality"


def test_a_sort_that_is_none_is_a_bad_request() -> None:
    answer = client().get("/v1/findings", params={"sort": "rumour", "lang": "en"})
    assert (answer.status_code, answer.json()["reason"]) == (400, "no-sort")
    assert "barrier" in answer.json()["detail"]
