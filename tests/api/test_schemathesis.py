"""Requests made at random from the description: no answer that it does not tell of, and no fault of the server.

Few of them, and the same each time, guard a change; many new ones are soak.
"""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks as described
from starlette.testclient import TestClient

from tests.api.client import application, client

SCHEMA = schemathesis.openapi.from_dict(client().get("/openapi.json").json())
# that there is too much to do just now (503) is an answer; that something went wrong here (500) is none
CHECKS = (
    described.status_code_conformance,
    described.content_type_conformance,
    described.response_headers_conformance,
    described.response_schema_conformance,
    described.unsupported_method,
)
SLOW = (HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.function_scoped_fixture)


@schemathesis.serializer("application/sparql-query")
def query(_: object, text: object) -> bytes:
    return str(text).encode(errors="surrogatepass")


@pytest.fixture(scope="module")
def served() -> Iterator[TestClient]:
    with TestClient(application(), raise_server_exceptions=False) as found:
        yield found


def holds(case: schemathesis.Case, served: TestClient) -> None:
    """Send it, and compare the answer with the description."""
    request: dict[str, Any] = case.as_transport_kwargs(base_url="http://testserver")
    request.pop("cookies", None)  # nothing here reads one
    if isinstance(request.get("data"), str | bytes):
        request["content"] = request.pop("data")
    response = served.request(**request)
    assert response.status_code != 500, response.text
    case.validate_response(response, checks=CHECKS)


@pytest.mark.parametrize("missing", ["404", "media type", "header"])
def test_an_answer_that_is_not_described_is_noticed(missing: str, served: TestClient) -> None:
    document = served.get("/openapi.json").json()
    answers = document["paths"]["/v1/norms/{norm_id}"]["get"]["responses"]
    norm = "nope"
    if missing == "404":
        answers.pop("404")
    elif missing == "media type":
        answers["404"]["content"] = {"application/json": {}}
    else:
        answers["200"]["headers"]["X-Missing"] = {"required": True, "schema": {"type": "string"}}
        norm = "gp-refers-when-needed"
    operation = schemathesis.openapi.from_dict(document)["/v1/norms/{norm_id}"]["GET"]
    with pytest.raises(FailureGroup):
        holds(operation.Case(path_parameters={"norm_id": norm}), served)


@SCHEMA.parametrize()
@settings(max_examples=10, derandomize=True, suppress_health_check=SLOW)
def test_requests_are_answered_as_described(case: schemathesis.Case, served: TestClient) -> None:
    holds(case, served)


@pytest.mark.soak
@SCHEMA.parametrize()
@settings(max_examples=500, suppress_health_check=SLOW)
def test_many_requests_are_answered_as_described(case: schemathesis.Case, served: TestClient) -> None:
    holds(case, served)
