import pytest

from api.parameters import KNOWN, takes
from tests.api.client import client


def documented() -> list[tuple[str, dict]]:  # type: ignore[type-arg]
    """Of the routes under /v1: those of /sparql are the protocol's."""
    paths = {p: m for p, m in client().get("/openapi.json").json()["paths"].items() if p.startswith("/v1/")}
    return [(path, p) for path, methods in paths.items() for p in methods.get("get", {}).get("parameters", [])]


def test_what_a_route_takes_is_documented_with_a_schema() -> None:
    assert [p for _, p in documented() if p["in"] == "query" and not (p["description"] and p["schema"])] == []


def test_every_described_parameter_is_taken_somewhere() -> None:
    assert {p["name"] for _, p in documented() if p["in"] == "query"} == set(KNOWN)


def test_what_is_documented_is_accepted_and_nothing_else() -> None:
    for path in {path for path, p in documented() if "{" not in path}:
        taken = [p["name"] for where, p in documented() if where == path and p["in"] == "query"]
        assert "lang" in taken
        refused = client().get(path, params={"nope": "1"})
        assert (refused.status_code, refused.json()["parameter"]) == (400, "nope"), path
        for name in taken:
            said = client().get(path, params={name: "1"}).json()
            assert said.get("reason") != "unknown-parameter", (path, name)


def test_a_parameter_that_nobody_described_cannot_be_taken() -> None:
    with pytest.raises(KeyError):
        takes("colour")


@pytest.mark.parametrize(
    "accept", ["*/*", "", "application/json", "application/*;q=0.1", "text/html,application/xhtml+xml,*/*;q=0.8"]
)
def test_who_takes_json_gets_it(accept: str) -> None:
    response = client().get("/v1/actors", headers={"Accept": accept})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")


@pytest.mark.parametrize("accept", ["text/html", "application/json;q=0", "text/csv, text/turtle"])
def test_who_does_not_is_told_what_there_is(accept: str) -> None:
    response = client().get("/v1/actors", headers={"Accept": accept})
    assert (response.status_code, response.json()["offered"]) == (406, ["application/json"])
