import pytest
from starlette.testclient import TestClient

from api.doors.headers import joined
from tests.api.client import application, client

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@pytest.mark.parametrize(
    "path", ["/", "/v1/actors", "/nope", "/static/style.css", "/health/live", "/metrics", "/openapi.json"]
)
def test_every_answer_tells_browsers_how_to_treat_it(path: str) -> None:
    headers = client().get(path).headers
    assert {name: headers[name] for name in ALWAYS} == ALWAYS
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "geolocation=()" in headers["permissions-policy"]
    assert "server" not in headers
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize(("address", "is_held"), [("https://rettvei.example", True), ("http://rettvei.example", False)])
def test_browsers_stay_with_https_where_it_is_served(address: str, is_held: bool) -> None:
    headers = TestClient(application(public_url=address)).get("/").headers
    assert ("strict-transport-security" in headers) == is_held


def test_what_a_route_has_set_stays() -> None:
    own = [(b"content-security-policy", b"sandbox"), (b"vary", b"Origin")]
    found = joined(own, [(b"content-security-policy", b"x"), (b"a", b"b")], "/v1/actors")
    assert found == [own[0], (b"vary", b"Origin, Accept, Accept-Language"), (b"a", b"b")]
