"""Queries that nest, repeat, expand and multiply: each ends with a status that says so, and the service goes on."""

import time
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from bench.hostile import Hostile, corpus
from tests.api.client import application

CORPUS = tuple(corpus())
FEW = CORPUS[::9]
ENDED = {200, 400, 413, 504}
CHEAP = "SELECT * WHERE { ?s ?p ?o } LIMIT 1"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The service, which gives a query two seconds."""
    app = application(sparql_seconds=2)
    with TestClient(app, base_url="http://localhost") as found:
        while not app.state.strangers.ready:
            time.sleep(0.01)
        yield found


def check(client: TestClient, query: Hostile) -> None:
    """It ends, is told what was the matter, and others are answered afterwards."""
    answer = client.post("/sparql", content=query.text, headers={"content-type": "application/sparql-query"})
    assert answer.status_code in ENDED
    if answer.status_code != 200:
        said = answer.json()
        assert (said["status"], answer.headers["content-type"]) == (answer.status_code, "application/problem+json")
        assert len(said["detail"]) < 500
    assert client.get("/health/ready").status_code == 200
    for _ in range(20):  # a busy machine takes a while to start a worker
        if (status := client.get("/sparql", params={"query": CHEAP}).status_code) != 503:
            break
        time.sleep(0.5)
    assert status == 200


def test_the_corpus_is_one() -> None:
    assert len(CORPUS) > 140
    assert len({query.name for query in CORPUS}) == len(CORPUS)


@pytest.mark.parametrize("query", FEW, ids=lambda query: query.name)
def test_some_end(client: TestClient, query: Hostile) -> None:
    check(client, query)


@pytest.mark.soak
@pytest.mark.parametrize("query", CORPUS, ids=lambda query: query.name)
def test_all_end(client: TestClient, query: Hostile) -> None:
    check(client, query)
