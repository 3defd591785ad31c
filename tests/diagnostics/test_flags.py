"""Each item of a team by itself: unknown where nothing is told."""

from typing import Any

import pytest

from kg.diagnostics.flags import flags
from kg.model.diagnosis import Row, State

MET, FLAGGED, UNKNOWN = State.MET, State.FLAGGED, State.UNKNOWN


def item(topic: str) -> Row:
    bounds = {"fewest": 4, "most": 10}
    return {"item": "x", "code": "X", "level": "info", "topic": topic, "finding": None, **bounds}


def state(topic: str, **told: Any) -> tuple[State, int | None]:
    given: dict[str, Any] = {"people": None, "members": [], "relations": [], "goals": [], "arrangements": {}} | told
    (found,) = flags([item(topic)], **given)
    return found.state, found.count


@pytest.mark.parametrize(("people", "expected"), [(None, UNKNOWN), (3, FLAGGED), (4, MET), (10, MET), (11, FLAGGED)])
def test_size(people: int | None, expected: State) -> None:
    assert state("team-size", people=people) == (expected, people)


def test_relationships_count_those_across_hosts_alone() -> None:
    within = {"crosses": False, "most": 24}
    assert state("relationships", relations=[within]) == (UNKNOWN, None)
    assert state("relationships", relations=[within, {"crosses": True, "most": 8}]) == (FLAGGED, 8)
    assert state("relationships", relations=[{"crosses": True, "most": 1}]) == (MET, 1)


def test_part_time_posts_are_flagged() -> None:
    assert state("working-time", members=[{"time": None}])[0] is UNKNOWN
    assert state("working-time", members=[{"time": "full-time"}])[0] is MET
    assert state("working-time", members=[{"time": "full-time"}, {"time": "part-time"}])[0] is FLAGGED


def test_goals_without_a_rank_are_flagged() -> None:
    assert state("goal-order")[0] is UNKNOWN
    assert state("goal-order", goals=[{"rank": None}])[0] is FLAGGED
    assert state("goal-order", goals=[{"rank": None}, {"rank": 1}])[0] is MET


def test_uneven_funding_is_flagged() -> None:
    def shares(*found: str) -> tuple[State, int | None]:
        return state("funding", arrangements={"funding": [{"share": s} for s in found]})

    assert shares()[0] is UNKNOWN
    assert shares("most", "none")[0] is FLAGGED
    assert shares("smaller", "smaller")[0] is MET


def test_what_was_arranged_last_decides() -> None:
    first, last = {"common": True, "step": 1}, {"common": False, "step": 2}
    assert state("term", arrangements={"term": [first, last]})[0] is FLAGGED
    assert state("term", arrangements={"term": [first]})[0] is MET
    assert state("term", arrangements={"term": [{"common": None, "step": None}]})[0] is UNKNOWN
