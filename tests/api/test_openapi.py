"""The description is one that a generated client can live on, and what it shows as an example is answered so."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from http import HTTPStatus
from typing import Any

import httpx2
import pytest
import schemathesis
from schemathesis.core.failures import FailureGroup
from schemathesis.schemas import APIOperation
from starlette.testclient import TestClient

from api.errors import STATUS
from api.openapi import TAGS
from api.schemas.responses import codes
from tests.api.client import application, client

STABLE = {
    *("checkReferral", "whoMayRefer", "whereToRefer", "findRoutes", "getMatrix", "compareAnswers", "listConflicts"),
    *("listNorms", "getNorm", "listInstruments", "listEvents", "listFindings", "getFinding", "listCases"),
    *("listActors", "listServices", "listConcepts", "listPlaces", "getCoverage", "listChanges"),
    *("listQueries", "runQuery", "isLive", "isReady", "getMetrics"),
    *("evaluate", "evaluateMany", "searchSubjects", "searchResources", "searchActions", "getAccessConfiguration"),
}
"""Clients call by these names: one that goes or changes breaks them."""

ONE_OF_SEVERAL = {"/v1/referrals/check", "/v1/referrals/diff"}
"""They take two names or a decision, two days or two places: no single parameter must be there."""

Said = dict[str, Any]


@cache
def document() -> Said:
    said: Said = client().get("/openapi.json").json()
    return said


def operations() -> list[tuple[str, str, Said]]:
    return [(p, m, said) for p, methods in document()["paths"].items() for m, said in methods.items()]


@pytest.fixture(scope="module")
def served() -> Iterator[TestClient]:
    with TestClient(application()) as found:
        yield found


GETS = [(path, said) for path, method, said in operations() if method == "get"]


def operation(path: str, method: str = "GET") -> APIOperation[Any, Any, Any, Any]:
    found: APIOperation[Any, Any, Any, Any] = schemathesis.openapi.from_dict(document())[path][method]
    return found


def test_names_of_operations_are_readable_and_stay() -> None:
    names = [said["operationId"] for _, _, said in operations()]
    assert set(names) >= STABLE
    assert len(set(names)) == len(names)
    assert [n for n in names if not re.fullmatch(r"[a-z]+([A-Z][a-z]+)*", n)] == []


def test_every_operation_says_what_it_is_for() -> None:
    for path, _, said in operations():
        assert said["description"].strip(), path
        assert set(said["tags"]) <= set(TAGS), path
    assert [t["name"] for t in document()["tags"]] == list(TAGS)


def test_parameters_are_described_and_typed() -> None:
    for path, _, said in operations():
        for parameter in said.get("parameters", []):
            assert parameter["description"], (path, parameter["name"])
            assert {"type", "$ref"} & set(parameter["schema"]), (path, parameter["name"])


def test_every_error_of_every_route_is_a_problem_by_its_status() -> None:
    for path, _, said in operations():
        errors = {status: r for status, r in said["responses"].items() if int(status) >= 400}
        assert {"400", "413", "414", "415", "500", "503"} <= set(errors), path
        for status, response in errors.items():
            schema = response["content"]["application/problem+json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/ProblemDetails"}, path
            assert response["description"].startswith(HTTPStatus(int(status)).phrase)
            assert all(f"`{code}`" in response["description"] for code in codes(int(status)))


def test_codes_are_those_that_errors_bear() -> None:
    assert codes(404) == ["not-found", "unknown-name"]
    assert codes(405) == ["method-not-allowed"]
    assert codes(500) == ["error"], "what is our own fault is told by one code"
    told = document()["components"]["schemas"]["ProblemDetails"]["properties"]["code"]["description"]
    assert [e.code for e, status in STATUS.items() if status != 500 and f"`{e.code}`" not in told] == []


def test_schemas_are_named_and_refer_to_what_is_there() -> None:
    schemas = document()["components"]["schemas"]
    assert [name for name in schemas if not re.fullmatch(r"[A-Z][A-Za-z]+", name)] == []
    referred = set(re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(document())))
    assert referred <= set(schemas)
    assert not referred & {"HTTPValidationError"}


def ask(path: str, said: Said, *, needed_alone: bool) -> tuple[str, Said]:
    """The request that the examples of an operation make together: its address and its query."""
    query: Said = {}
    for parameter in said.get("parameters", []):
        example = parameter.get("example", next(iter(parameter["schema"].get("examples", ())), None))
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", example)
        elif parameter.get("required") or not needed_alone:
            query[parameter["name"]] = example
    return path, {name: value for name, value in query.items() if value is not None}


@pytest.mark.parametrize(("path", "said"), GETS, ids=[path for path, _ in GETS])
def test_examples_are_answered_as_described(path: str, said: Said, served: TestClient) -> None:
    for needed_alone in (True, False):
        address, query = ask(path, said, needed_alone=needed_alone)
        if path == "/v1/changes":
            query["since"] = "test"  # a version is none that a document could name
        response = served.get(address, params=query)
        if needed_alone and path in ONE_OF_SEVERAL:
            assert (response.status_code, response.json()["code"]) == (400, "bad-input")
            continue
        assert response.status_code == 200, response.text
        operation(path).validate_response(response)


def bodies() -> Iterator[tuple[str, str, Any]]:
    """Every example of a body: the path, the media type and what is sent."""
    for path, _, said in operations():
        for media_type, content in said.get("requestBody", {}).get("content", {}).items():
            named = content.get("examples", {"": {"value": content.get("example")}})
            yield from ((path, media_type, example["value"]) for example in named.values())


BODIES = list(bodies())


def test_every_body_has_an_example() -> None:
    assert BODIES
    assert all(value for _, _, value in BODIES)


@pytest.mark.parametrize(("path", "media_type", "value"), BODIES, ids=[f"{p} {m}" for p, m, _ in BODIES])
def test_bodies_are_answered_as_described(path: str, media_type: str, value: Any, served: TestClient) -> None:
    forms = {"application/json": {"json": value}, "application/x-www-form-urlencoded": {"data": value}}
    plain = {"content": value, "headers": {"Content-Type": media_type}}
    response = served.post(path, **forms.get(media_type, plain))
    assert response.status_code == 200, response.text
    operation(path, "POST").validate_response(response)


def test_an_answer_that_is_not_as_described_is_noticed() -> None:
    answer = httpx2.Response(200, json={"norm": 1}, request=client().get("/v1/norms/x").request)
    answer.elapsed = timedelta()
    with pytest.raises(FailureGroup):
        operation("/v1/norms/{norm_id}").validate_response(answer)
