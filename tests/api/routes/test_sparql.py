"""/sparql by the SPARQL 1.1 Protocol: what is asked rightly is answered, and all else is told what to mend."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import DCTERMS, VOID
from starlette.requests import Request
from starlette.testclient import TestClient

from api.app import create_app
from api.routes import sparql
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real
from tests.api.client import application

NS = "https://w3id.org/rettvei/ns#"
SD = "http://www.w3.org/ns/sparql-service-description#"
SELECT = "SELECT ?kind WHERE { ?kind a <https://w3id.org/rettvei/ns#Urgency> } ORDER BY ?kind LIMIT 1"
ALL = "SELECT * WHERE { ?s ?p ?o }"
FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
GRAPH = "https://w3id.org/rettvei/graph/schemes/urgency"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The service, with its workers."""
    with TestClient(application(sparql_rows=20), base_url="http://localhost") as found:
        yield found


def rows(answer: Any) -> list[dict[str, str]]:
    """The bindings of an answer in JSON, values only."""
    assert answer.status_code == 200, answer.text
    return [{k: v["value"] for k, v in row.items()} for row in answer.json()["results"]["bindings"]]


def problem(answer: Any) -> tuple[int, str, str | None]:
    """Status, code and reason of a problem."""
    assert answer.headers["content-type"] == "application/problem+json"
    said = answer.json()
    return answer.status_code, said["code"], said.get("reason")


def test_the_three_ways_to_ask_give_the_same(client: TestClient) -> None:
    by_get = client.get("/sparql", params={"query": SELECT})
    by_form = client.post("/sparql", data={"query": SELECT})
    direct = client.post("/sparql", content=SELECT, headers={"content-type": DIRECT})
    assert rows(by_get) == rows(by_form) == rows(direct)
    assert len(rows(by_get)) == 1
    assert by_get.headers["content-type"] == "application/sparql-results+json"
    assert by_get.headers["kg-version"]


@pytest.mark.parametrize(
    ("accept", "given", "start"),
    [
        ("*/*", "application/sparql-results+json", '{"head":{"vars":["kind"]}'),
        ("application/json", "application/json", '{"head"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<?xml"),
        ("text/csv;q=0.5, text/tab-separated-values", "text/tab-separated-values", "?kind\n<https://"),
        ("text/csv", "text/csv", "kind\r\nhttps://"),
        ("text/html, */*;q=0.1", "application/sparql-results+json", "{"),
    ],
)
def test_rows_come_as_the_client_wishes(client: TestClient, accept: str, given: str, start: str) -> None:
    answer = client.get("/sparql", params={"query": SELECT}, headers={"accept": accept})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == given
    assert answer.text.startswith(start)


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_graphs_come_as_the_client_wishes(client: TestClient, accept: str) -> None:
    query = f"CONSTRUCT {{ ?s a ?c }} WHERE {{ ?s a ?c . ?s a <{NS}Urgency> }}"
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    found = Graph().parse(data=answer.content, format={"application/ld+json": "json-ld"}.get(accept, accept))
    assert len(set(found.subjects(RDF.type, URIRef(f"{NS}Urgency")))) > 1


def test_prefixes_of_the_query_make_its_turtle_short(client: TestClient) -> None:
    query = f"PREFIX rv: <{NS}> CONSTRUCT WHERE {{ ?s a rv:Urgency }}"
    assert f"@prefix rv: <{NS}> ." in client.get("/sparql", params={"query": query}).text


def test_ask_is_answered(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True


def test_graphs_can_be_chosen(client: TestClient) -> None:
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    named = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}"
    one = rows(client.get("/sparql", params={"query": named}))
    assert rows(client.get("/sparql", params={"query": count, "default-graph-uri": GRAPH})) == one
    assert rows(client.get("/sparql", params={"query": count.replace("WHERE", f"FROM <{GRAPH}> WHERE")})) == one
    assert rows(client.get("/sparql", params={"query": count, "named-graph-uri": GRAPH})) == [{"n": "0"}]
    assert rows(client.get("/sparql", params={"query": count})) != one


def test_fields_that_other_endpoints_know_are_passed_over(client: TestClient) -> None:
    assert len(rows(client.get("/sparql", params={"query": SELECT, "format": "json", "timeout": "9"}))) == 1


@pytest.mark.parametrize(
    ("accept", "note"),
    [("application/sparql-results+json", '{"rettvei":{"cut":"rows","limit":20},'), ("text/csv", "o,p,s")],
)
def test_what_is_cut_says_so(client: TestClient, accept: str, note: str) -> None:
    answer = client.get("/sparql", params={"query": ALL}, headers={"accept": accept})
    assert answer.headers["rettvei-cut"] == "rows; limit=20"
    assert answer.text.startswith(note)
    if accept == "text/csv":
        assert answer.text.count("\r\n") == 21
    else:
        assert len(rows(answer)) == 20


def test_a_graph_that_is_cut_says_so(client: TestClient) -> None:
    answer = client.get(
        "/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, headers={"accept": "application/n-triples"}
    )
    assert answer.headers["rettvei-cut"] == "rows; limit=20"
    assert answer.text.count(" .\n") == 20


def test_what_is_whole_does_not_say_that_it_was_cut(client: TestClient) -> None:
    assert "rettvei-cut" not in client.get("/sparql", params={"query": SELECT}).headers


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT", "no-query"),
        ("", "missing"),
        (" \n# nothing but what nobody reads: ASK {}\n", "missing"),
        ("PREFIX x: <urn:x>", "no-query"),
        ("SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "service"),
        ("SELECT * WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }", "service"),
        ("SELECT * FROM <http://127.0.0.1:9/data> WHERE { ?s ?p ?o }", "no-graph"),
        ("SELECT * FROM NAMED <file:data> WHERE { ?s ?p ?o }", "no-graph"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", "read-only"),
        ("# a note\nBASE <urn:b#>\nprefix x: <urn:x#> #\nPREFIX : <urn:y>\ndelete WHERE { ?s x:p : }", "read-only"),
        ("LOAD <http://127.0.0.1:9/>", "read-only"),
        ("DROP ALL", "read-only"),
        ("DROPS ALL", "no-query"),
        ("PREFIX x: <urn:x> " * 9_000, "no-query"),
    ],
)
def test_what_cannot_be_asked_is_told_why(client: TestClient, query: str, reason: str) -> None:
    assert problem(client.post("/sparql", data={"query": query})) == (400, "bad-input", reason)


def test_requests_that_are_none_are_told_what_to_mend(client: TestClient) -> None:
    direct = {"content-type": DIRECT}
    twice = [("query", SELECT), ("query", SELECT)]
    cases = {
        (400, "bad-input", "twice"): client.get("/sparql", params=twice),
        (400, "bad-input", "missing"): client.post("/sparql", data={"a": "b"}),
        (400, "bad-input", "read-only"): client.post("/sparql", data={"update": "DROP ALL"}),
        (415, "unsupported-media-type", None): client.post("/sparql", content=SELECT),
        (413, "too-large", "body"): client.post("/sparql", content="#" * 300_000, headers=direct),
        (413, "too-large", "query"): client.post("/sparql", data={"query": "a" * 250_001}),
        (413, "too-large", "fields"): client.post("/sparql", content="a=1&" * 90, headers={"content-type": FORM}),
        (400, "bad-input", "query-no-utf-8"): client.post("/sparql", content=b"ASK {} # \xff", headers=direct),
        (406, "not-acceptable", None): client.get("/sparql", params={"query": SELECT}, headers={"accept": "image/png"}),
    }
    assert {told: problem(answer) for told, answer in cases.items()} == {told: told for told in cases}
    assert client.put("/sparql", content=SELECT, headers=direct).status_code == 405


def test_the_endpoint_describes_itself(client: TestClient) -> None:
    with TestClient(application(), base_url="http://localhost") as whole:
        described = Graph().parse(data=whole.get("/sparql").content, format="turtle")
    (service,) = described.subjects(RDF.type, URIRef(f"{SD}Service"))
    assert str(service).endswith("/sparql")
    assert (service, URIRef(f"{SD}endpoint"), service) in described
    names = set(described.objects(None, URIRef(f"{SD}name")))
    assert URIRef(GRAPH) in names
    assert len(names) > 30


def test_the_dataset_describes_itself() -> None:
    with TestClient(application(public_url="https://example.org"), base_url="http://localhost") as client:
        found = client.get("/.well-known/void", headers={"accept": "application/ld+json"})
    described = Graph().parse(data=found.content, format="json-ld")
    (dataset,) = described.subjects(RDF.type, VOID.Dataset)
    assert str(dataset) == "https://example.org/#dataset"
    assert int(str(described.value(dataset, VOID.triples))) > 20_000
    assert described.value(dataset, VOID.sparqlEndpoint) == URIRef("https://example.org/sparql")
    # As ontology/LICENSE says; Apache-2.0 is for the code alone.
    assert described.value(dataset, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("10.0.0.1", "10.0.0.2", False),
        ("::ffff:10.0.0.1", "10.0.0.1", True),
        ("::ffff:10.0.0.1", "::ffff:10.0.0.2", False),
        ("2001:db8:1:2::3", "2001:db8:1:2::4", True),
        ("2001:db8:1:2::3", "2001:db8:1:3::3", False),
    ],
)
def test_a_client_is_an_address_or_a_network_of_the_sixth_version(one: str, other: str, same: bool) -> None:
    seen = [sparql._client(Request({"type": "http", "client": (host, 1), "headers": []})) for host in (one, other)]
    assert (seen[0] == seen[1]) is same


def test_damage_is_ours_and_names_no_path(tmp_path: Path) -> None:
    home = shutil.copytree(real.home(), tmp_path / "home")
    app = create_app(Current(Settings(home=home)))
    for table in (home / "versions" / "test" / "store").glob("*.sst"):
        content = bytearray(table.read_bytes())
        content[: len(content) // 2] = bytes(len(content) // 2)
        table.write_bytes(content)
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } ORDER BY ?o"})
    assert answer.status_code in {500, 503}
    assert str(tmp_path) not in answer.text
    assert "sst" not in answer.text
