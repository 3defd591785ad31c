"""A diagnosis of a small invented team: what is covered, lacking, not spoken of, met and left."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kg.core.errors import UnknownName
from kg.diagnostics.diagnose import diagnose, subjects
from kg.diagnostics.subject import find
from kg.index.names import Names
from kg.model.diagnosis import Diagnosis, Row, State
from kg.queries.plain import plain
from kg.queries.registry import load
from kg.queries.run import run
from kg.store.port import Store
from tests.worlds import small

QUERIES = load(Path(__file__).parents[2] / "queries")


@cache
def store() -> Store:
    return small.store("team")


@cache
def names() -> Names:
    return small.index("team").names


def ask(name: str, **params: str) -> Iterator[Row]:
    query = QUERIES[f"diagnostics/{name}"]
    return plain(query, run(store(), query, params))


@cache
def crew() -> Diagnosis:
    return diagnose(ask, "unit", "crew")


def test_people_are_the_sum_of_the_members() -> None:
    assert crew().people == 12


def test_a_concept_is_covered_lacking_or_not_spoken_of() -> None:
    (ladder,) = crew().frameworks
    assert ladder.scheme == "ladder"
    assert [(c, [r["shown"] for r in rows]) for c, rows in ladder.covered.items()] == [
        ("one", ["https://w3id.org/rettvei/id/finding/size"])
    ]
    assert list(ladder.lacking) == ["two"]
    assert ladder.not_stated == ("three",)


def test_a_barrier_is_met_or_nothing_is_told_of_it() -> None:
    assert {b.finding: (b.met, [r["strategy"] for r in b.strategies]) for b in crew().barriers} == {
        "noise": (None, []),
        "words": (True, ["choose"]),
    }


def test_flags_say_how_the_team_stands_to_each_item() -> None:
    assert [(f.code, f.state, f.count, f.findings) for f in crew().flags] == [
        ("X01", State.FLAGGED, 12, ("size",)),
        ("X02", State.MET, None, ()),
    ]


def test_the_evaluation_of_the_whole_stands_beside() -> None:
    assert [r["finding"] for r in crew().evaluations] == ["no-gain"]


def test_what_is_no_team_has_no_flags_and_no_number() -> None:
    whole = diagnose(ask, "unit", "whole")
    assert (whole.people, whole.members, whole.flags) == (None, (), ())
    assert [b.finding for b in whole.barriers] == ["noise"]


def test_a_subject_is_found_by_any_name() -> None:
    known = subjects(ask)
    assert known == [("unit", "crew"), ("unit", "whole")]
    assert find(names(), known, "Laget") == find(names(), known, "crew") == ("unit", "crew")
    with pytest.raises(UnknownName) as error:
        find(names(), known, "lagget")
    assert error.value.details["closest"] == ["crew"]
