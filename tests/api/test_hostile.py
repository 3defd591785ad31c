"""What stands in the graph is as hostile as what comes in: it is shown, never run."""

from dataclasses import replace
from functools import cache

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from kg.wording.voice import voices, writers
from tests import real
from tests.worlds import small


@cache
def client() -> TestClient:
    """The application over the small world, in which a clinic has a script for a name."""
    current = Current(Settings(home=real.home()))
    index = small.index()
    spoken = voices(index)
    told = {"index": index, "voices": spoken, "writers": writers(spoken)}
    current._graph = replace(current.graph(), version=small.VERSION, store=small.store(), **told)
    return TestClient(create_app(current))


@pytest.mark.parametrize("path", ["/", "/who/odd-clinic"])
def test_a_hostile_label_is_escaped_on_the_page(path: str) -> None:
    given = {"referrer": "gp", "receiver": "odd-clinic"} if path == "/" else {}
    response = client().get(path, params=given)
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {klinikk}" in response.text


def test_json_is_never_taken_for_a_page() -> None:
    response = client().get("/v1/referrals/check", params={"referrer": "gp", "receiver": "odd-clinic"})
    assert response.headers["content-type"] == "application/json"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.json()["question"]["receiver"]["label"] == "<script>alert(1)</script> {klinikk}"


def test_a_hostile_value_is_given_back_as_json_alone() -> None:
    response = client().get("/v1/referrals/check", params={"referrer": "<script>", "receiver": "dps"})
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["value"] == "<script>"


def test_an_ambiguous_name_offers_its_choices() -> None:
    response = client().get("/v1/referrals/check", params={"referrer": "gp", "receiver": "Senter", "lang": "en"})
    body = response.json()
    assert (response.status_code, body["code"], body["choices"]) == (409, "ambiguous-name", ["day-unit", "smp"])
    assert body["detail"] == "“Senter” (receiver) can mean day centre, substance clinic. Choose one of them."
