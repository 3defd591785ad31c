"""The certification scenario of OpenID AuthZEN 1.0, test by test, over HTTP: Basic, Batch, Search and Discovery."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.api.access.world import PUBLIC, Json, client, sent

CASES: list[Json] = yaml.safe_load((Path(__file__).parent / "certification.yaml").read_text("utf-8"))
BY_ID = {case["id"]: case for case in CASES}
PERMIT = BY_ID["c-2-2-1"]["body"]
EVALUATED = [c for c in CASES if c["route"] == "evaluation" and "status" not in c]
SUBJECTS = BY_ID["c-4-2-1"]["body"]

MATRIX = {
    *("c-2-2-1", "c-2-2-2", "c-2-2-3", "c-2-2-8", "c-2-2-9", "c-2-3", "c-2-4", "c-2-5", "c-2-6"),
    *("c-2-2-4", "c-2-2-5", "c-2-2-6", "c-2-2-7"),
    *("c-3-2-1", "c-3-2-2", "c-3-2-5", "c-3-2-6", "c-3-3", "c-3-4"),
    *("c-3-2-3", "c-3-2-4", "c-3-2-7"),
    *(
        "c-4-2-1",
        "c-4-2-2",
        "c-4-2-3",
        "c-4-3-1",
        "c-4-3-2",
        "c-4-3-3",
        "c-4-4-1",
        "c-4-4-2",
        "c-4-5",
        "c-4-6",
        "c-4-7",
    ),
    *("c-4-2-4", "c-4-3-4", "c-4-4-3"),
    "c-6",
}
"""Its "Test ID Matrix": all sub-levels."""


def test_every_test_of_the_scenario_stands_here() -> None:
    below = [c["id"] for c in CASES] + [name.replace("_", "-").removeprefix("test-") for name in globals()]
    assert [one for one in sorted(MATRIX) if not any(f"{b} ".startswith((f"{one} ", f"{one}-")) for b in below)] == []


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_request(case: Json) -> None:
    response = sent(case["route"], case["body"])
    assert response.status_code == case.get("status", 200)
    if response.status_code == 200:
        assert response.headers["content-type"] == "application/json"
        CHECKS[next(name for name in CHECKS if name in case)](case, response.json())
    else:
        assert response.headers["content-type"] == "application/problem+json"


def _decision(case: Json, body: Json) -> None:
    assert body["decision"] is case["decision"]
    assert isinstance(body.get("context", {}), dict)


def _decisions(case: Json, body: Json) -> None:
    assert [e["decision"] for e in body["evaluations"]] == case["decisions"]
    assert "decision" not in body


def _evaluations(case: Json, body: Json) -> None:
    assert len(body["evaluations"]) == case["evaluations"]
    assert all(isinstance(e["decision"], bool) for e in body["evaluations"])


def _results(case: Json, body: Json) -> None:
    assert all(expected in body["results"] for expected in case["results"])
    expected = set(case["results"][0])
    assert all(set(r) == expected and r.get("type") == case["results"][0].get("type") for r in body["results"])


def _same(case: Json, body: Json) -> None:
    other = BY_ID[case["same as"]]
    assert body["results"] == sent(other["route"], other["body"]).json()["results"]


def _empty(_case: Json, body: Json) -> None:
    assert body["results"] == []
    assert body["page"]["next_token"] == ""


CHECKS = {
    "decision": _decision,
    "decisions": _decisions,
    "evaluations": _evaluations,
    "results": _results,
    "same as": _same,
    "empty": _empty,
}


@pytest.mark.parametrize("case", EVALUATED, ids=[c["id"] for c in EVALUATED])
def test_c_2_3_response_format(case: Json) -> None:
    body = sent("evaluation", case["body"]).json()
    assert isinstance(body["decision"], bool)
    assert isinstance(body["context"], dict)


@pytest.mark.parametrize("sent_as", [None, "text/plain", "application/xml", "application/x-www-form-urlencoded"])
def test_c_2_4_3_invalid_content_type(sent_as: str | None) -> None:
    headers = {"Content-Type": sent_as} if sent_as else {}
    response = client().post("/access/v1/evaluation", content=b'{"subject": {}}', headers=headers)
    assert response.status_code == 400


@pytest.mark.parametrize("raw", [b"{", b'{"subject": }', b"nonsense"])
def test_c_2_4_4_malformed_json(raw: bytes) -> None:
    headers = {"Content-Type": "application/json"}
    assert client().post("/access/v1/evaluation", content=raw, headers=headers).status_code == 400


@pytest.mark.parametrize("route", ["evaluation", "evaluations", "search/subject", "search/resource", "search/action"])
def test_c_2_4_5_empty_body(route: str) -> None:
    headers = {"Content-Type": "application/json"}
    assert client().post(f"/access/v1/{route}", headers=headers).status_code == 400
    assert client().post(f"/access/v1/{route}").status_code == 400


@pytest.mark.parametrize(("route", "status"), [("evaluation", 200), ("search/subject", 400)])
def test_c_2_5_1_request_id_is_echoed(route: str, status: int) -> None:
    name = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716"
    body = PERMIT if route == "evaluation" else {}
    response = sent(route, body, **{"X-Request-ID": name})
    assert (response.status_code, response.headers["x-request-id"]) == (status, name)


def test_c_2_5_2_no_request_id_is_no_failure() -> None:
    assert sent("evaluation", PERMIT).status_code == 200


def test_c_2_6_idempotency() -> None:
    assert [sent("evaluation", PERMIT).json()["decision"] for _ in range(5)] == [True] * 5


def test_c_3_3_batch_response_format() -> None:
    for case in (c for c in CASES if c["route"] == "evaluations" and c["body"].get("evaluations")):
        body = sent("evaluations", case["body"]).json()
        assert set(body) == {"evaluations"}
        assert len(body["evaluations"]) == len(case["body"]["evaluations"])
        assert all(isinstance(e["decision"], bool) and isinstance(e["context"], dict) for e in body["evaluations"])


def test_c_4_5_pagination() -> None:
    first = sent("search/subject", SUBJECTS | {"page": {"limit": 1}}).json()
    assert first["page"] == {"next_token": first["page"]["next_token"], "count": 1, "total": 2}
    assert next(iter(first)) == "page"
    token = first["page"]["next_token"]
    assert token
    second = sent("search/subject", SUBJECTS | {"page": {"token": token}}).json()
    assert second["page"] == {"next_token": "", "count": 1, "total": 2}
    assert first["results"] + second["results"] == sent("search/subject", SUBJECTS).json()["results"]


def test_c_6_discovery() -> None:
    response = client().get("/.well-known/authzen-configuration")
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    metadata: dict[str, Any] = response.json()
    assert metadata["policy_decision_point"] == PUBLIC
    endpoints = {k: v for k, v in metadata.items() if k.endswith("_endpoint")}
    assert len(endpoints) == 5
    for address in endpoints.values():
        parts = urlsplit(address)
        assert (parts.scheme, f"https://{parts.netloc}", parts.query, parts.fragment) == ("https", PUBLIC, "", "")
    assert client().post(metadata["access_evaluation_endpoint"], json=PERMIT).json()["decision"] is True
