"""/v1/transitions over the real graph."""

from tests.api.client import client


def test_a_stage_says_what_it_does_not_know() -> None:
    body = client().get("/v1/transitions", params={"stage": "payment", "on": "1990-01-01"}).json()
    (item,) = body["items"]
    assert item["steps"] == []
    assert item["notKnown"]


def test_a_time_that_is_none_is_a_bad_request() -> None:
    answer = client().get("/v1/transitions", params={"stage": "admission", "at": "2026-13-01T10:00"})
    assert (answer.status_code, answer.json()["reason"]) == (400, "no-time")
