"""Tasks and decisions in a small world: settled, shared, contested, reported alone, ruled out."""

from datetime import date
from functools import cache

import pytest

from kg.core.errors import UnknownName
from kg.decisions.responsibility import DECISIONS, TASKS, placed
from kg.decisions.task_matrix import task_matrix
from kg.index.index import Index
from kg.index.resolve_task import resolve_task
from kg.model.norm import Modality
from kg.model.question import Asked, Question
from kg.model.task import Placed, Standing
from tests.worlds import small

DAY = date(2020, 1, 1)


@cache
def index() -> Index:
    return small.index("tasks")


def asked(**facets: str) -> Question:
    return resolve_task(index(), Asked(**facets), DAY)


def one(modalities: frozenset[Modality], **facets: str) -> Placed:
    (found,) = placed(index(), asked(**facets), modalities)
    return found


def reasons(found: Placed) -> dict[str, list[str]]:
    return {b.actor: [h.norm.id for h in b.reasons] for b in found.bearers}


def test_who_must_settles_it_whoever_is_advised_to() -> None:
    found = one(TASKS, action="lage plan")
    assert found.standing is Standing.SETTLED
    assert reasons(found) == {"town": ["town-plans"], "clinic": ["team-should-plan"]}
    assert [b.modality for b in found.bearers] == [Modality.DUTY, Modality.RECOMMENDATION]


def test_before_it_began_only_the_advice_is_there() -> None:
    found = one(TASKS, action="plan", on="2011-12-31")
    assert reasons(found) == {"clinic": ["team-should-plan"]}


def test_two_lines_share_a_task() -> None:
    found = one(TASKS, action="meet", stage="follow-up")
    assert found.standing is Standing.SHARED
    assert reasons(found) == {"clinic": ["clinic-meets"], "town": ["town-meets"]}


def test_a_norm_of_another_stage_is_left_out() -> None:
    assert reasons(one(TASKS, action="meet", stage="admission", on="2019-12-31"))["town"] == ["reply", "town-meets"]
    assert reasons(one(TASKS, action="meet", stage="discharge", on="2019-12-31"))["town"] == ["town-meets"]


def test_an_actor_is_asked_in_every_capacity_it_has() -> None:
    found = {p.question.action: reasons(p) for p in placed(index(), asked(referrer="byteam"), TASKS)}
    assert found["plan"] == {"town": ["town-plans"]}
    assert found["walk"] == {"town-team": ["team-walks"]}
    assert found["meet"] == {"town": ["town-meets"]}
    assert "tell" not in found


def test_the_law_puts_a_report_of_another_decider_aside() -> None:
    found = one(DECISIONS, action="finish")
    assert found.standing is Standing.SETTLED
    assert reasons(found) == {"healer": ["healer-finishes"]}
    assert [h.norm.id for h in found.displaced] == ["town-finishes"]


def test_by_the_papers_alone_the_report_stands() -> None:
    found = one(DECISIONS, action="finish", basis="papers")
    assert reasons(found) == {"town": ["town-finishes"]}
    assert found.displaced == ()


def test_two_mandates_of_one_standing_are_contested() -> None:
    assert one(DECISIONS, action="grant").standing is Standing.CONTESTED
    assert one(DECISIONS, action="grant", service="mind care").standing is Standing.CONTESTED
    assert one(DECISIONS, action="grant", service="body-care").standing is Standing.UNKNOWN


def test_a_task_that_another_country_knows_is_asked_there() -> None:
    found = one(DECISIONS, action="walk-abroad")
    assert (found.question.place, found.standing) == ("denmark", Standing.SETTLED)
    assert one(DECISIONS, action="walk-abroad", place="Norge").standing is Standing.UNKNOWN


def test_a_task_that_nobody_has_is_unknown_and_no_error() -> None:
    found = one(TASKS, action="finish")
    assert (found.standing, found.bearers) == (Standing.UNKNOWN, ())


def test_a_task_that_there_is_none_of_is_an_error_with_the_closest() -> None:
    with pytest.raises(UnknownName) as error:
        asked(action="lage plann")
    assert "plan" in error.value.details["closest"]


def test_the_matrix_shows_holes_and_overlaps() -> None:
    found = task_matrix(index(), asked(place="Østvik", on="2011-01-01"))
    assert set(found.holes) == {"tell"}
    assert {p.question.action: p.standing for p in found.overlaps} == {"meet": Standing.SHARED}
    assert ("walk", "town-team", "", Modality.DUTY, ("team-walks",)) in found.cells


def test_who_only_may_has_no_responsibility_and_a_bar_towards_others_is_no_dispute() -> None:
    found = one(TASKS, action="share")
    assert found.standing is Standing.UNKNOWN
    assert [(b.actor, b.modality) for b in found.bearers] == [("clinic", Modality.PERMISSION)]
    assert found.displaced == ()
