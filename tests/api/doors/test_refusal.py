import pytest

from api.doors import refusal
from tests.api.client import client

LONG = {"x-long": "x" * refusal.MOST_HEADER_BYTES}
MANY = {f"x-{i}": "1" for i in range(refusal.MOST_HEADERS)}


@pytest.mark.parametrize(
    ("path", "headers", "status", "code"),
    [
        ("/v1/actors?" + "x" * (refusal.MOST_QUERY + 1), {}, 414, "query-string"),
        ("/v1/actors?" + "&" * refusal.MOST_PARAMETERS, {}, 400, "too-many-parameters"),
        ("/v1/actors?lang=%ff", {}, 400, "no-text"),
        ("/v1/actors?lang=%ed%a0%80", {}, 400, "no-text"),
        ("/?referrer=gp%00", {}, 400, "no-text"),
        ("/v1/actors", LONG, 431, "head"),
        ("/v1/actors", MANY, 431, "headers"),
    ],
)
def test_what_cannot_be_read_is_refused(path: str, headers: dict[str, str], status: int, code: str) -> None:
    response = client().get(path, headers=headers)
    body = response.json()
    assert (response.status_code, body.get("reason", body["code"])) == (status, code)
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_query_at_the_limits_is_read() -> None:
    assert client().get("/v1/actors?" + "&" * (refusal.MOST_PARAMETERS - 1)).status_code == 200
    assert client().get("/v1/actors?lang=" + "%20" * 100 + "en").status_code == 400
    full = "limit=" + "0" * (refusal.MOST_QUERY - 6)
    assert client().get(f"/v1/actors?{full}").status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/static/style.css",
        "/health/live",
        "/health/ready",
        "/metrics",
        "/openapi.json",
        "/.well-known/void",
        "/v1/norms",
        "/",
        "/who/dps",
    ],
)
def test_no_route_passes_over_a_parameter_that_it_does_not_know(path: str) -> None:
    response = client().get(path, params={"nope": "1"})
    assert response.status_code == 400
    if path not in {"/", "/who/dps"}:
        assert response.json()["parameter"] == "nope"


@pytest.mark.parametrize(
    "path", ["/static/%00", "/static/" + "x" * 5000, "/static/..%2f..%2fapp.py", "/static/%ff", "/%00", "/static"]
)
def test_no_path_breaks_anything(path: str) -> None:
    assert client().get(path).status_code == 404
