import re

import pytest

from api.doors.request_id import logged, of
from tests.api.client import client

UUID = "bfe9eb29-ab87-4ca3-be83-a1d5d8305716"


@pytest.mark.parametrize("given", [UUID, "a", "Root=1-67891233-abcdef", "x" * 128])
def test_one_that_is_sane_comes_back(given: str) -> None:
    assert client().get("/health/live", headers={"X-Request-ID": given}).headers["x-request-id"] == given


@pytest.mark.parametrize("given", [b"", b"x" * 129, b"a b", b"a\tb", "å".encode(), b"a\x7f"])
def test_for_any_other_there_is_one_of_ours(given: bytes) -> None:
    assert re.fullmatch(rb"[0-9a-f-]{36}", of(given))
    assert of(given) != of(given)


@pytest.mark.parametrize("path", ["/nope", "/v1/norms/nope", "/v1/actors?x=1", "/static/nope", "/?" + "x" * 9000])
def test_a_refusal_has_one_too(path: str) -> None:
    assert client().get(path, headers={"X-Request-ID": UUID}).headers["x-request-id"] == UUID


def test_the_log_holds_it_if_it_says_nothing_of_anybody() -> None:
    assert logged(UUID.encode()) == UUID
    assert re.fullmatch(r"sha256:[0-9a-f]{32}", logged(b"KariNordmann"))
    assert logged(b"KariNordmann") == logged(b"KariNordmann") != logged(b"OlaNordmann")
