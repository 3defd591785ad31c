"""Whatever is sent, it is answered or refused: nothing is an error of ours."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.api.access.world import sent

NUMBERS = st.integers(-(10**300), 10**300) | st.floats(allow_nan=False, allow_infinity=False)
WORDS = (
    *("user", "record", "alice", "bob", "record-1", "read", "write", "admin", "archived"),
    *("law", "2026-01-01", "", "/~"),
)
TEXTS = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS
MEMBERS = (
    *("subject", "action", "resource", "context", "evaluations", "options", "evaluations_semantic"),
    *("page", "limit", "token", "type", "id", "name", "properties", "role", "status", "soft"),
    *("holds", "on", "place", "basis", "group", "x"),
)
KEYS = st.sampled_from(MEMBERS)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)
WHOLE: dict[str, Any] = {
    "subject": {"type": "user", "id": "alice"},
    "action": {"name": "read"},
    "resource": {"type": "record", "id": "record-1"},
}
BODIES = st.dictionaries(KEYS, VALUES, max_size=5).map(lambda change: {**WHOLE, **change})


@pytest.mark.parametrize("route", ["evaluation", "evaluations", "search/subject", "search/resource", "search/action"])
@given(BODIES)
def test_any_body(route: str, body: dict[str, Any]) -> None:
    response = sent(route, body)
    said = response.json()
    assert response.status_code in {200, 400, 404, 409, 413}, said
    if response.status_code == 200:
        decisions = [said] if route == "evaluation" else said.get("evaluations", [])
        assert all(d["decision"] is (d["context"].get("outcome") == "permitted") for d in decisions)
    else:
        assert said["code"] in {"bad-input", "unknown-name", "ambiguous-name", "too-large"}
        assert said["pointer"].startswith("/")
