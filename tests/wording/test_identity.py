"""A decision id says the whole question, and nothing else is taken for one."""

import base64
import json
from datetime import date
from typing import Any

import pytest

from kg.core.errors import BadInput, UnknownName
from kg.index.index import Index
from kg.index.resolve import resolve
from kg.model.question import Also, Asked, Question
from kg.wording.identity import canonical, decision_id, read
from tests.worlds import small

DAY = date(2026, 11, 24)
ADMIN = Also("kind", "alice", "admin")
BIN = Also("action", "delete", "soft-delete")


@pytest.fixture(scope="module")
def index() -> Index:
    return small.index("access")


def question(index: Index, *also: Also) -> Question:
    return resolve(index, Asked(referrer="alice", receiver="record-2", action="delete"), DAY, also)


@pytest.mark.parametrize("also", [(), (ADMIN,), (BIN, ADMIN)])
def test_a_question_comes_back_whole(index: Index, also: tuple[Also, ...]) -> None:
    asked = question(index, *also)
    assert read(decision_id("v", asked), index) == ("v", asked)


def test_what_a_question_says_beside_stands_in_it_only_where_it_says_something(index: Index) -> None:
    assert b"also" not in canonical(question(index))
    assert json.loads(canonical(question(index, ADMIN, BIN)))["also"] == [list(BIN), list(ADMIN)]


def written(index: Index, also: Any) -> str:
    plain = json.loads(canonical(question(index))) | {"also": also}
    return "v." + base64.urlsafe_b64encode(json.dumps(plain).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "also", [1, None, "kind", ["kind"], [["kind", "alice"]], [["kind", "alice", 1]], [[[], [], []]]]
)
def test_what_we_do_not_write_is_refused(index: Index, also: Any) -> None:
    with pytest.raises(BadInput) as caught:
        read(written(index, also), index)
    assert caught.value.details["reason"] == "no-decision"


@pytest.mark.parametrize("also", [["kind", "alice", "user"], ["kind", "alice", "gone"], ["kind", "record-2", "admin"]])
def test_what_no_property_could_say_is_refused(index: Index, also: list[str]) -> None:
    with pytest.raises(UnknownName):
        read(written(index, [also]), index)


@pytest.mark.parametrize("plain", [[], 1, "x", None])
def test_json_that_is_no_object_is_refused(index: Index, plain: Any) -> None:
    with pytest.raises(BadInput):
        read("v." + base64.urlsafe_b64encode(json.dumps(plain).encode()).decode(), index)
