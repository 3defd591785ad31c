import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real
from tests.api.client import client

PATH = "/v1/referrals/check?referrer=gp&receiver=smp&on=2026-11-24"


def test_every_answer_of_v1_names_its_graph() -> None:
    response = client().get(PATH)
    assert response.headers["kg-version"] == "test"
    assert response.headers["vary"] == "Accept, Accept-Language"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in response.headers["content-security-policy"]


def test_a_client_that_has_the_answer_gets_none() -> None:
    tag = client().get(PATH).headers["etag"]
    again = client().get(PATH, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_the_tag_changes_with_language_and_question() -> None:
    tags = {
        client().get(PATH).headers["etag"],
        client().get(PATH + "&lang=en").headers["etag"],
        client().get(PATH, headers={"Accept-Language": "en"}).headers["etag"],
        client().get(PATH.replace("smp", "dps")).headers["etag"],
        client().get(PATH.replace("2026", "2025")).headers["etag"],
    }
    assert len(tags) == 5


def test_one_request_sees_one_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    app = create_app(Current(Settings(home=real.home())))
    current, seen = app.state.current, []
    monkeypatch.setattr(current, "is_newer", lambda: True)
    monkeypatch.setattr(current, "renew", lambda: seen.append("renewed"))
    response = TestClient(app).get(PATH)
    assert seen == ["renewed"]
    assert response.json()["kgVersion"] == response.headers["kg-version"] == "test"


@pytest.mark.parametrize(
    ("headers", "body", "status", "code"),
    [
        ({}, b"x" * 200_000, 413, "too-large"),
        ({"content-length": "many"}, b"", 413, "too-large"),
        ({"transfer-encoding": "chunked"}, b"", 413, "too-large"),
        ({"content-type": "application/xml"}, b"<x/>", 415, "unsupported-media-type"),
        ({"content-type": "application/json"}, b"{}", 405, "method-not-allowed"),
    ],
)
def test_bodies_are_weighed_before_they_are_read(headers: dict[str, str], body: bytes, status: int, code: str) -> None:
    response = client().post("/v1/referrals/check", content=body, headers=headers)
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_even_an_unexpected_error_has_the_headers() -> None:
    app = create_app(Current(Settings(home=real.home())))

    @app.get("/v1/boom")
    async def boom() -> None:
        raise RuntimeError("Kari Nordmann")

    response = TestClient(app, raise_server_exceptions=False).get("/v1/boom")
    assert (response.status_code, response.headers["kg-version"]) == (500, "test")
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]


def test_the_log_names_the_route_and_not_what_was_asked(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="rettvei"):
        client().get("/v1/referrals/check?referrer=gp&receiver=Kari")
        client().get("/v1/norms/Kari")
    told = [getattr(r, "fields", {}) for r in caplog.records]
    assert [t["route"] for t in told] == ["/v1/referrals/check", "/v1/norms/{norm_id}"]
    assert "Kari" not in str(told) + caplog.text


def test_the_host_header_is_not_trusted() -> None:
    response = client().get("/openapi.json", headers={"Host": "evil.example"})
    assert "evil.example" not in response.text
    assert "evil.example" not in client().get("/", headers={"Host": "evil.example"}).text
