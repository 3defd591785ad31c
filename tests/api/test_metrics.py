"""/metrics as Prometheus reads it: names, units, labels, and what is counted of which request."""

from collections.abc import Iterator

import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from kg.serving.connection import ENDS
from kg.workers.pool import REASONS
from tests.api.client import application

ASKED = {"subject": {"type": "role", "id": "gp"}, "resource": {"type": "unit", "id": "dps"}}
REFER = {"action": {"name": "refer"}}
CHECK = "/v1/referrals/check"
UNITS = ("_total", "_seconds", "_bytes", "_info")
COUNTS = ("rettvei_workers", "rettvei_workers_ready", "rettvei_queries", "rettvei_connections", "rettvei_store_up")
"""Gauges without a unit: so many, or yes and no."""


@pytest.fixture
def client() -> Iterator[TestClient]:
    """With its workers."""
    with TestClient(application(), base_url="http://localhost", raise_server_exceptions=False) as found:
        yield found


def scraped(client: TestClient) -> dict[str, Metric]:
    """The families by the names of their samples; the parser of the Prometheus client fails on what is none."""
    found = list(text_string_to_metric_families(client.get("/metrics").text))
    assert len({f.name for f in found}) == len(found)
    return {f.name + {"counter": "_total"}.get(f.type, ""): f for f in found}


def value(client: TestClient, name: str, **labels: str) -> float:
    return sum(s.value for s in scraped(client)[name].samples if s.name == name and s.labels.items() >= labels.items())


def test_names_and_units_are_those_of_prometheus(client: TestClient) -> None:
    client.get("/health/live")
    families = {n: f for n, f in scraped(client).items() if n.startswith("rettvei_")}
    assert families
    for name, family in families.items():
        assert family.documentation.endswith("."), name
        assert family.type in {"counter", "gauge", "histogram"}, name
        assert name.endswith(UNITS) or name in COUNTS, name
        assert name.endswith("_total") == (family.type == "counter"), name
        assert name.endswith("_seconds") == (family.type == "histogram"), name


def test_requests_are_counted_and_timed_by_route(client: TestClient) -> None:
    client.get(CHECK, params={"referrer": "gp", "receiver": "dps"})
    client.get(CHECK, params={"referrer": "nobody", "receiver": "dps"})
    client.get("/nowhere")
    labels = {"method": "GET", "route": CHECK}
    assert value(client, "rettvei_requests_total", status="200", **labels) == 1
    assert value(client, "rettvei_requests_total", status="404", **labels) == 1
    assert value(client, "rettvei_requests_total", route="none", status="404") == 1
    timed = [s for s in scraped(client)["rettvei_request_seconds"].samples if s.labels.get("route") == CHECK]
    assert {s.value for s in timed if s.name.endswith("_count")} == {2}
    assert {s.labels["le"] for s in timed if s.value == 2 and s.name.endswith("_bucket")} >= {"+Inf"}


def test_problems_are_counted_by_code(client: TestClient) -> None:
    client.get(CHECK, params={"referrer": "nobody", "receiver": "dps"})
    client.get("/nowhere")
    assert value(client, "rettvei_problems_total", route=CHECK, code="unknown-name") == 1
    assert value(client, "rettvei_problems_total", route="none", code="not-found") == 1


def test_decisions_are_counted_by_outcome_and_route(client: TestClient) -> None:
    client.get(CHECK, params={"referrer": "gp", "receiver": "dps"})
    client.get("/", params={"referrer": "gp", "receiver": "dps"})
    client.post("/access/v1/evaluation", json=ASKED | REFER)
    many = {**ASKED, **REFER, "evaluations": [{}, {"subject": {"type": "role", "id": "nobody"}}]}
    client.post("/access/v1/evaluations", json=many)
    client.get("/v1/referrals/who", params={"receiver": "dps"})
    counted = scraped(client)["rettvei_decisions_total"].samples
    routes = (CHECK, "/", "/access/v1/evaluation", "/access/v1/evaluations")
    assert {(s.labels["route"], s.labels["outcome"], s.value) for s in counted} == {(r, "permitted", 1) for r in routes}


def test_an_unknown_answer_is_counted_as_such(client: TestClient) -> None:
    given = {"referrer": "gp", "receiver": "gp"}
    outcome = client.get(CHECK, params=given).json()["outcome"]
    assert outcome != "permitted"
    assert value(client, "rettvei_decisions_total", outcome=outcome) == 1


def test_workers_lanes_and_store_are_told(client: TestClient) -> None:
    assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
    told = scraped(client)  # workers come and are ready between two scrapes, so all is read from one
    (workers,), (ready,) = told["rettvei_workers"].samples, told["rettvei_workers_ready"].samples
    assert workers.value >= ready.value >= 1
    lanes = {s.labels["lane"]: s.value for s in told["rettvei_queries"].samples}
    assert lanes == {"quick": 0, "slow": 0, "waiting": 0}
    assert value(client, "rettvei_store_up") == 1
    assert value(client, "rettvei_graph_info", version="test") == 1


def test_known_reasons_are_there_before_they_occur(client: TestClient) -> None:
    replaced = scraped(client)["rettvei_workers_replaced_total"].samples
    assert {s.labels["why"]: s.value for s in replaced} == dict.fromkeys(REASONS, 0)
    ended = scraped(client)["rettvei_connections_ended_total"].samples
    assert {s.labels["why"]: s.value for s in ended} == dict.fromkeys(ENDS, 0)


def test_a_worker_that_is_replaced_is_counted(client: TestClient) -> None:
    spins = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    assert client.get("/sparql", params={"query": spins}).status_code == 504
    assert value(client, "rettvei_workers_replaced_total", why="time") == 1
    assert value(client, "rettvei_problems_total", route="/sparql", code="out-of-time") == 1
