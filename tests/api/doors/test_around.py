from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from fastapi import FastAPI, Request
from fastapi.responses import StreamingResponse
from starlette.testclient import TestClient

from api import body
from tests.api.client import application, client

CHECK = "/v1/referrals/check?referrer=gp&receiver=smp&on=2026-11-24"


def breaking() -> FastAPI:
    """The application with routes that fail: at once, and when half is said."""
    app = application()

    async def half() -> AsyncIterator[bytes]:
        yield b"half"
        raise RuntimeError("Kari Nordmann")

    async def boom() -> None:
        raise RuntimeError("Kari Nordmann")

    async def stream() -> StreamingResponse:
        return StreamingResponse(half())

    async def reads(request: Request) -> dict[str, int]:
        return {"bytes": len(await body.read(request, 100))}

    app.get("/v1/boom")(boom)
    app.get("/v1/half")(stream)
    app.post("/v1/reads")(reads)
    return app


@pytest.mark.parametrize("path", [CHECK, "/", "/static/style.css", "/health/live", "/openapi.json", "/nope"])
def test_head_is_get_without_its_body(path: str) -> None:
    full, bare = client().get(path), client().head(path)
    ours = {"x-request-id"}
    assert (bare.status_code, bare.content) == (full.status_code, b"")
    assert {k: v for k, v in bare.headers.items() if k not in ours} == {
        k: v for k, v in full.headers.items() if k not in ours
    }


def test_what_takes_get_takes_head_and_says_so() -> None:
    response = client().delete(CHECK)
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


def test_an_unexpected_error_has_all_headers_and_no_content(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="rettvei"):
        response = TestClient(breaking(), raise_server_exceptions=False).get("/v1/boom")
    assert (response.status_code, response.headers["kg-version"], response.json()["code"]) == (500, "test", "error")
    assert "x-request-id" in response.headers
    assert "Nordmann" not in response.text + caplog.text + str([vars(r) for r in caplog.records])


def test_an_error_after_the_start_ends_the_answer_and_is_told(caplog: pytest.LogCaptureFixture) -> None:
    app = breaking()
    with caplog.at_level("INFO", logger="rettvei"):
        response = TestClient(app, raise_server_exceptions=False).get("/v1/half")
    assert response.content == b"half"
    assert [r.getMessage() for r in caplog.records] == ["unexpected", "request"]


def sent(app: FastAPI, **scope: Any) -> list[dict[str, Any]]:
    """What an application says to a client that leaves at once."""
    said: list[dict[str, Any]] = []
    asked = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"", "headers": []}

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        said.append(message)

    anyio.run(app, asked | scope, receive, send)
    return said


def test_nobody_is_answered_who_has_left(caplog: pytest.LogCaptureFixture) -> None:
    app = breaking()
    with caplog.at_level("INFO", logger="rettvei"):
        assert sent(app, method="POST", path="/v1/reads") == []
    assert [vars(r)["fields"]["status"] for r in caplog.records] == [499]


def test_the_line_of_a_request_says_what_was_done(caplog: pytest.LogCaptureFixture) -> None:
    ident = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716"
    with caplog.at_level("INFO", logger="rettvei"):
        client().get(CHECK, headers={"X-Request-ID": ident})
    (fields,) = [vars(r)["fields"] for r in caplog.records]
    assert fields.pop("milliseconds") >= 0
    assert fields == {"request": ident, "method": "GET", "route": "/v1/referrals/check", "status": 200}


def test_nothing_is_made_for_a_line_that_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("api.doors.request_id.logged", lambda _: pytest.fail("made"))
    with caplog.at_level("WARNING", logger="rettvei"):
        assert client().get(CHECK).status_code == 200
