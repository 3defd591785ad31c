"""A word that somebody sends ends up in no log line and in no count, whatever route and however it is answered."""

import json
import logging
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from kg.core.logs import JsonLines
from tests.api.client import application

CANARY = "KanariNordmann01017012345"
BODY = json.dumps({"subject": {"type": CANARY, "id": CANARY}, "query": CANARY})


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """With its workers, so that SPARQL is answered too."""
    with TestClient(application(), raise_server_exceptions=False) as found:
        yield found


def operations(client: TestClient) -> list[tuple[str, str]]:
    paths = client.get("/openapi.json").json()["paths"]
    pages = [("GET", "/"), ("GET", "/who/{receiver}"), ("GET", "/static/{file}"), ("GET", "/{anything}")]
    return [*((m.upper(), p) for p, methods in paths.items() for m in methods), *pages]


def written(records: list[logging.LogRecord]) -> str:
    """All that was logged, by whomever, as our log has it."""
    return "\n".join(JsonLines().format(r) for r in records if r.name != "httpx2")


def filled(path: str) -> str:
    before, _, rest = path.partition("{")
    return before + CANARY + filled(rest.partition("}")[2]) if rest else path


def ask(client: TestClient, method: str, path: str) -> set[int]:
    """The same operation with the word in every place where one can be put; the statuses of the answers."""
    bodies = {"application/json": BODY, "application/sparql-query": f"SELECT * {{ ?s ?p '{CANARY}' }}", CANARY: CANARY}
    found = {
        client.request(method, filled(path)).status_code,
        client.request(method, path, params={CANARY: CANARY}).status_code,
        client.request(method, path, params={"referrer": CANARY, "receiver": "dps", "query": CANARY}).status_code,
        client.request(method, path, params={"lang": CANARY}).status_code,
        client.request(method, path, headers={"X-Request-ID": CANARY, "Host": CANARY}).status_code,
        client.request(method, path, headers={"Accept": f"x/{CANARY}", "User-Agent": CANARY}).status_code,
        client.request(CANARY, path).status_code,
        client.request(method, path + "?" + CANARY * 1000).status_code,
    }
    sent = {client.request("POST", path, content=b, headers={"Content-Type": t}).status_code for t, b in bodies.items()}
    form = {"query": f"SELECT {CANARY}", CANARY: CANARY}
    return found | sent | {client.post(path, data=form).status_code}


def test_nothing_that_is_sent_is_logged_or_counted(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"), caplog.at_level("DEBUG", logger="rettvei"):
        statuses = {s for method, path in operations(client) for s in ask(client, method, path)}
    assert statuses >= {200, 400, 404, 405, 406, 414, 415, 421}
    assert 500 not in statuses
    told = written(caplog.records)
    assert told.count('"event": "request"') > 100
    assert CANARY not in told
    assert CANARY not in client.get("/metrics").text
