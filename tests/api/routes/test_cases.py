from tests.api.client import client
from tests.api.listed import every, one


def test_the_municipalities_of_a_study_are_described() -> None:
    found = one("cases", "municipality-two", lang="en")
    assert found["inhabitants"] == 31200
    assert found["area"] == ["southern-norway-case"]
    assert found["described"]


def test_only_places_of_studies_are_cases() -> None:
    assert "no-4627" not in {i["id"] for i in every("cases")}


def test_units_and_teams_tell_where_they_are_and_of_what_kind() -> None:
    team = one("cases", "ibbis-large-team", lang="en")
    assert (team["sort"], team["place"], team["classification"]) == ("team", "ibbis-area", ["ibbis-team"])
    assert team["described"]
    nursing = one("cases", "case-001-home-nursing")
    assert (nursing["sort"], nursing["classification"], nursing["inhabitants"]) == ("unit", ["home-nursing"], None)


def test_cases_are_found_by_sort_and_study() -> None:
    whole = every("cases")
    assert {c["id"] for c in every("cases", sort="team")} == {c["id"] for c in whole if c["sort"] == "team"} != set()
    assert {c["id"] for c in every("cases", study="000")} == {c["id"] for c in whole if "000" in c["study"]} != set()


def test_a_sort_that_is_none_is_a_bad_request() -> None:
    answer = client().get("/v1/cases", params={"sort": "barrier", "lang": "en"})
    assert (answer.status_code, answer.json()["reason"]) == (400, "no-case-sort")
    assert "team" in answer.json()["detail"]
