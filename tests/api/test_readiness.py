from collections.abc import Callable

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.readiness import Check
from kg.core.errors import RettveiError
from tests.api.client import application

OWN = {"graph": "ready", "store": "ready", "workers": "ready"}


def asked(app: FastAPI) -> tuple[int, dict[str, object]]:
    response = TestClient(app).get("/health/ready?lang=en")
    return response.status_code, response.json()


def saying(word: str) -> Callable[[], str]:
    return lambda: word


def test_ready_names_what_is_looked_after() -> None:
    app = application()
    app.state.checks["feed"] = Check(saying(""))
    assert asked(app) == (
        200,
        {"status": "ready", "kgVersion": "test", "checks": OWN | {"feed": "ready"}},
    )


def test_what_is_not_needed_only_degrades() -> None:
    app = application()
    app.state.checks["feed"] = Check(saying("late"), needed=False)
    status, body = asked(app)
    assert (status, body["status"], body["checks"]) == (200, "degraded", OWN | {"feed": "late"})


def test_what_is_needed_and_amiss_is_a_problem() -> None:
    app = application()
    app.state.checks["workers"] = Check(saying("none left"))
    status, body = asked(app)
    assert (status, body["code"], body["failing"]) == (503, "not-ready", ["workers"])
    assert body["checks"] == OWN | {"workers": "none left"}
    assert body["detail"] == "This is not in order: workers."


def test_a_version_that_cannot_be_opened_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    app = application()
    monkeypatch.setattr(app.state.current, "_trouble", RettveiError("it cannot be opened"))
    status, body = asked(app)
    assert (status, body["status"], body["checks"]) == (200, "degraded", OWN | {"store": "it cannot be opened"})


def test_a_server_that_is_about_to_stop_is_not_ready_but_lives() -> None:
    app = application()

    async def stopping(scope, receive, send) -> None:  # type: ignore[no-untyped-def]
        await app(scope | {"state": {"stopping": True}}, receive, send)

    stopped = TestClient(stopping)
    response = stopped.get("/health/ready?lang=en")
    assert (response.status_code, response.json()["detail"]) == (503, "The server is about to stop.")
    assert stopped.get("/health/live").status_code == 200
    assert stopped.get("/v1/actors").status_code == 200
