"""The service over an endpoint that comes, goes, hangs and lies: decisions go on, what needs the store says why."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from kg import wiring
from kg.core.settings import Settings
from kg.store.endpoint import Endpoint
from kg.wiring import Current
from tests.remote import serving
from tests.store.lying import Lie, break_off, garbage, hang, lying, passing_on, status
from tests.store.served import Server

CHECK = "/v1/referrals/check?referrer=gp&receiver=dps&on=2026-11-24"
SPARQL = "/sparql?query=ASK%7B%7D"
STORED = "/v1/queries/terms/by_label?label=fastlege"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "Endpoint", partial(Endpoint, seconds=2))


def application(url: str) -> FastAPI:
    return create_app(Current(Settings(store=url)))


def looked(app: FastAPI) -> TestClient:
    app.state.current.look()
    return TestClient(app, raise_server_exceptions=False)


def test_it_answers_as_the_disk_does(server: Server) -> None:
    client = looked(application(server.url))
    assert client.get(CHECK).json()["outcome"] == "permitted"
    assert client.get(STORED).json()["total"] > 0
    assert client.get("/health/ready").json()["checks"]["store"] == "ready"


def test_while_the_store_is_gone_decisions_go_on_and_the_rest_says_why(server: Server) -> None:
    app = application(server.url)
    server.kill()
    for client in (TestClient(app), looked(app)):
        assert client.get(CHECK).json()["outcome"] == "permitted"
        told = client.get(STORED, headers={"Accept-Language": "en"})
        assert (told.status_code, told.json()["code"], told.json()["reason"]) == (503, "store-unavailable", "refused")
        assert told.json()["detail"] == "The graph store cannot be reached."
        assert int(told.headers["retry-after"]) > 0
    ready = client.get("/health/ready").json()
    assert (ready["status"], ready["kgVersion"], ready["checks"]["graph"]) == ("degraded", "test", "ready")
    assert ready["checks"]["store"] == "The store cannot be reached."
    assert "rettvei_store_up 0.0" in client.get("/metrics").text
    server.start()
    client = looked(app)
    assert client.get(STORED).json()["total"] > 0
    assert client.get("/health/ready").json()["checks"]["store"] == "ready"
    assert "rettvei_store_up 1.0" in client.get("/metrics").text


@pytest.mark.parametrize(
    ("lie", "reason"), [(hang, "timeout"), (break_off, "cut"), (garbage, "no-results"), (status(500), "status")]
)
def test_a_store_that_answers_badly_is_told_and_taken_back(server: Server, lie: Lie, reason: str) -> None:
    with lying(passing_on(server.url)) as between:
        app = application(between.url)
        between.lie = lie
        client = looked(app)
        assert client.get(CHECK).status_code == 200
        for path in (STORED, SPARQL):
            told = client.get(path)
            assert (told.status_code, told.json()["reason"]) == (503, reason)
        assert client.get("/health/ready").status_code == 200
        between.lie = passing_on(server.url)
        assert looked(app).get(STORED).status_code == 200


def test_without_a_graph_it_lives_says_why_it_is_not_ready_and_attaches_by_itself(server: Server) -> None:
    server.kill()
    app = application(server.url)
    with TestClient(app, raise_server_exceptions=False) as client:
        assert client.get("/health/live").status_code == 200
        ready = client.get("/health/ready")
        assert (ready.status_code, ready.json()["checks"]["graph"]) == (503, "The store cannot be reached.")
        for path in (CHECK, STORED, "/v1/actors", "/v1/nothing", "/"):
            told = client.get(path)
            assert told.status_code in ({404} if path == "/v1/nothing" else {503}), path
            assert "kg-version" not in told.headers
        assert client.get(CHECK).json()["detail"] == "Det går ikke an å nå grafdatabasen."
        assert client.get(CHECK + "&lang=en").json()["title"] == "The rule graph is not available now"
        assert client.get("/openapi.json").status_code == 200
        assert "rettvei_store_up 0.0" in client.get("/metrics").text
        server.start()
        wait_until(lambda: client.get("/health/ready").status_code == 200)
        assert client.get(CHECK).json()["outcome"] == "permitted"


def wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(600):
        if is_so():
            return
        time.sleep(0.05)
    pytest.fail("it does not come")
