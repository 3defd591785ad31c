from tests.api.client import client
from tests.api.listed import every


def test_teams_units_and_places_can_be_diagnosed() -> None:
    found = {(i["collection"], i["id"]) for i in every("diagnostics")}
    assert {("unit", "ibbis-large-team"), ("unit", "ibbis-small-team")} <= found


def test_forms_of_andersson_are_covered_by_what_is_stated_or_derived() -> None:
    body = client().get("/v1/diagnostics/ibbis-large-team", params={"lang": "en"}).json()
    covered = {c["id"]: c for f in body["frameworks"] for c in f["covered"]}
    forms = {c for c in covered if c.startswith("andersson-")}
    assert {f["scheme"]["id"] for f in body["frameworks"]} >= {"normative-integration-004"}
    assert all(covered[c]["shownBy"] for c in covered)
    assert forms


def test_what_is_not_spoken_of_is_not_called_lacking() -> None:
    body = client().get("/v1/diagnostics/ibbis-large-team").json()
    for framework in body["frameworks"]:
        silent = {c["id"] for c in framework["notStated"]}
        assert silent.isdisjoint(c["id"] for c in (*framework["covered"], *framework["lacking"]))


def test_a_team_that_is_none_is_not_found() -> None:
    answer = client().get("/v1/diagnostics/nope")
    assert (answer.status_code, answer.json()["code"]) == (404, "unknown-name")
