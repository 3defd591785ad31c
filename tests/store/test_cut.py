"""An answer is cut after whole rows, wherever the limit falls and whatever the rows hold."""

import json

import pyoxigraph as ox
import pytest

from kg.store.cut import Limits, Written, solutions

HOSTILE = ('"a}},{\\"b"', '"{}"', '"},{}"', '"\\\\"', '"}},{},{}"')
"""Texts that look like what stands between rows."""
LARGE = 1_000_000


def written(rows: str, limits: Limits, form: ox.QueryResultsFormat = ox.QueryResultsFormat.JSON) -> Written:
    found = ox.Store().query(f"SELECT ?x ?y {{ VALUES (?x ?y) {{ {rows} }} }}")
    assert isinstance(found, ox.QuerySolutions)
    return solutions(found, form, limits)


def given(answer: Written) -> list[object]:
    return list(json.loads(answer.body)["results"]["bindings"])


@pytest.mark.parametrize("empties", [0, 1, 3], ids=["full", "some empty", "mostly empty"])
def test_rows_are_counted_and_cut_to_the_row(empties: int) -> None:
    rows = " ".join(f"({text} UNDEF)" + "(UNDEF UNDEF)" * empties for text in HOSTILE)
    whole = given(written(rows, Limits(LARGE, LARGE)))
    assert len(whole) == len(HOSTILE) * (1 + empties)
    for limit in range(1, len(whole)):
        answer = written(rows, Limits(limit, LARGE))
        assert (answer.cut, given(answer)) == ("rows", whole[:limit])
    assert written(rows, Limits(len(whole), LARGE)).cut is None


def test_an_answer_without_any_value_is_cut_too() -> None:
    answer = written("(UNDEF UNDEF)" * 10, Limits(4, LARGE))
    assert (answer.cut, given(answer)) == ("rows", [{}] * 4)
    assert written("(UNDEF UNDEF)" * 10, Limits(4, LARGE), ox.QueryResultsFormat.CSV).body.count(b",") == 5


@pytest.mark.parametrize("empties", [0, 2])
def test_a_size_that_falls_anywhere_leaves_whole_rows(empties: int) -> None:
    rows = " ".join(f"({text} {text})" + "(UNDEF UNDEF)" * empties for text in HOSTILE)
    whole = given(written(rows, Limits(LARGE, LARGE)))
    for size in range(1, 400):
        answer = written(rows, Limits(LARGE, size))
        found = given(answer)
        assert found == whole[: len(found)]
        assert answer.cut == ("size" if found != whole else None)
