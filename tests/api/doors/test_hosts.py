import pytest
from starlette.testclient import TestClient

from api.doors.hosts import allowed, is_allowed
from kg.core.settings import Settings
from tests.api.client import application

KNOWN = allowed(
    Settings(host="192.0.2.7", public_url="https://Rettvei.example:8443", hosts=("b.example", "c.example:81"))
)


@pytest.mark.parametrize(
    "header",
    [
        *("localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]", "[::1]:8000", "localhost.", "192.0.2.7:80"),
        *("rettvei.example", "rettvei.example:443", "b.example:9", "c.example", "localhost:"),
    ],
)
def test_loopback_where_it_listens_and_what_is_set_are_answered_for(header: str) -> None:
    assert is_allowed(header.encode(), KNOWN)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "evil.example:localhost",
        "::1",
        "[::1",
        "a@localhost",
        "localhost:8x",
        "ø",
    ],
)
def test_others_are_not(header: str) -> None:
    assert not is_allowed(header.encode("latin-1"), KNOWN)


def test_an_address_of_ipv6_stands_in_brackets() -> None:
    assert is_allowed(b"[2001:db8::1]:8000", allowed(Settings(host="2001:db8::1")))


@pytest.mark.parametrize("path", ["/", "/v1/actors", "/openapi.json", "/static/style.css", "/health/ready", "/nope"])
def test_another_host_is_refused_and_not_repeated(path: str) -> None:
    response = TestClient(application()).get(path, headers={"Host": "evil.example"})
    assert (response.status_code, response.json()["code"]) == (421, "wrong-host")
    assert "evil" not in response.text + str(response.headers)
