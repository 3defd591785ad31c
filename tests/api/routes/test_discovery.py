"""Where clients of AuthZEN find everything: the setting says, else the socket; no header does."""

from starlette.testclient import TestClient

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real

ADDRESS = "/.well-known/authzen-configuration"
POISON = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "ftp", "Forwarded": "host=evil.example"}


def client(base: str, **settings: str) -> TestClient:
    return TestClient(create_app(Current(Settings(home=real.home(), **settings))), base_url=base)  # type: ignore[arg-type]


def test_addresses_are_those_of_the_setting() -> None:
    asked = client("http://127.0.0.1:8000", public_url="https://rettvei.example.no/")
    said = asked.get(ADDRESS, headers=POISON)
    assert said.headers["cache-control"] == "max-age=3600"
    body = said.json()
    assert body["policy_decision_point"] == "https://rettvei.example.no"
    assert all(v.startswith("https://rettvei.example.no/access/v1/") for k, v in body.items() if k.endswith("endpoint"))


def test_without_it_they_are_those_of_the_socket_whatever_headers_say() -> None:
    asked = client("http://127.0.0.1:8123")
    for headers in ({}, POISON, {"Host": "localhost"}, {"Host": "127.0.0.1:9"}):
        body = asked.get(ADDRESS, headers=headers).json()
        assert body["policy_decision_point"] == "http://127.0.0.1:8123"


def test_an_address_of_version_6_stands_in_brackets() -> None:
    body = client("http://[::1]:8123").get(ADDRESS).json()
    assert body["access_evaluation_endpoint"] == "http://[::1]:8123/access/v1/evaluation"


def test_a_host_that_is_not_ours_is_told_nothing() -> None:
    said = client("http://127.0.0.1:8123").get(ADDRESS, headers={"Host": "evil.example"})
    assert said.status_code >= 400
    assert "evil.example" not in said.text
