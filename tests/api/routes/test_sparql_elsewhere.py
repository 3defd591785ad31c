"""/sparql over a store behind an endpoint: the same answers, and what is the matter when there is none."""

import socket
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from tests import real
from tests.api.client import application
from tests.api.routes.test_sparql import ALL, GRAPH, SELECT, problem, rows
from tests.store.served import Server, served


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """An Oxigraph server that holds the real graph."""
    with served(real.release()) as found:
        yield found


@pytest.fixture(scope="module")
def client(server: Server) -> Iterator[TestClient]:
    """The service over it."""
    with TestClient(application(store=server.url, sparql_rows=20), base_url="http://localhost") as found:
        yield found


@pytest.fixture(scope="module")
def near() -> Iterator[TestClient]:
    """The service over the same graph on disk."""
    with TestClient(application(sparql_rows=20), base_url="http://localhost") as found:
        yield found


@pytest.mark.parametrize(
    "query",
    [
        SELECT,
        "ASK { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
        f"SELECT (COUNT(*) AS ?n) FROM <{GRAPH}> WHERE {{ ?s ?p ?o }}",
    ],
)
def test_the_same_is_answered(client: TestClient, near: TestClient, query: str) -> None:
    for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv"):
        far, here = (c.get("/sparql", params={"query": query}, headers={"accept": accept}) for c in (client, near))
        assert (far.status_code, far.text) == (here.status_code, here.text)


def test_what_is_too_much_is_cut(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": ALL})
    assert answer.headers["rettvei-cut"] == "rows; limit=20"
    assert len(rows(answer)) == 20


def test_graphs_are_given(client: TestClient) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "application/n-triples"})
    assert answer.status_code == 200
    assert answer.text.count(" .\n") > 10


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT", "no-query"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "service"),
        ("SELECT * FROM <http://127.0.0.1:9/data> WHERE { ?s ?p ?o }", "no-graph"),
        ("PREFIX x: <http://127.0.0.1:9/> SELECT * FROM x:data WHERE { ?s ?p ?o }", "no-graph"),
        ("DROP ALL", "read-only"),
    ],
)
def test_nothing_is_sent_on_that_could_call_out(client: TestClient, query: str, reason: str) -> None:
    assert problem(client.get("/sparql", params={"query": query})) == (400, "bad-input", reason)


def test_nobody_else_is_called_whatever_is_asked(client: TestClient, server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as canary:
        canary.settimeout(0.5)
        address = f"<http://127.0.0.1:{canary.getsockname()[1]}/x>"
        for query in (
            f"ASK {{ SERVICESILENT {address} {{ ?s ?p ?o }} }}",
            f"ASK {{ ?s ?p 1SERVICE {address} {{ ?s ?p ?o }} }}",
            f"ASK {{ ?s ?p ?v FILTER(?v<2&&?v<3#>'''\n) SERVICE {address} {{ ?s ?p ?o }} #'''\n}}",
            f"ASK FROM {address} {{ ?s ?p ?o }}",
        ):
            assert client.get("/sparql", params={"query": query}).status_code == 400
        with pytest.raises(TimeoutError):
            canary.accept()


def test_a_store_that_is_gone_is_told_and_taken_back(client: TestClient, server: Server) -> None:
    server.kill()
    status, code, reason = problem(client.get("/sparql", params={"query": SELECT}))
    assert (status, code, reason) == (503, "store-unavailable", "refused")
    assert client.get("/v1/referrals/check?referrer=gp&receiver=dps").status_code == 200
    server.start()
    assert rows(client.get("/sparql", params={"query": SELECT})) == []  # a server in memory comes back empty
