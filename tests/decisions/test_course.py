"""Stages in a small world: steps in order, deadlines by the clock, short answers, what changed when."""

from datetime import date, datetime
from functools import cache

from kg.decisions.course import course
from kg.index.index import Index
from kg.index.resolve_task import parse_time, resolve_task
from kg.model.question import Asked
from kg.model.task import StageAnswer
from tests.worlds import small


@cache
def index() -> Index:
    return small.index("tasks")


def at_stage(stage: str, at: str = "", **facets: str) -> StageAnswer:
    asked = resolve_task(index(), Asked(stage=stage, **facets), date(2018, 3, 1))
    (found,) = course(index(), asked, parse_time(index(), "at", at, asked.place) if at else None)
    return found


def steps(found: StageAnswer) -> list[str]:
    return [s.held.norm.id for s in found.steps]


def ends(found: StageAnswer) -> list[datetime | None]:
    return [d.until.replace(tzinfo=None) if d.until else None for s in found.steps for d in s.dues]


def test_steps_come_in_their_order_and_only_those_of_the_service_and_day() -> None:
    assert steps(at_stage("admission")) == ["notice", "notice-of-mind", "reply"]
    assert steps(at_stage("admission", service="mind-care")) == ["notice-of-mind", "reply"]
    assert steps(at_stage("admission", service="mind-care", on="2016-12-31")) == ["reply"]
    assert steps(at_stage("admission", service="body-care", on="2020-01-01")) == ["notice"]
    assert steps(at_stage("discharge")) == []


def test_hours_run_through_a_night_when_the_clock_is_moved() -> None:
    found = at_stage("admission", at="2018-03-24T14:30", service="body-care")
    assert ends(found)[0] == datetime(2018, 3, 25, 15, 30)


def test_working_days_leave_out_weekends_and_easter() -> None:
    found = at_stage("admission", at="2018-03-28T23:00", service="body-care")
    assert ends(found)[1] == datetime(2018, 4, 4, 23, 59)


def test_a_deadline_ends_at_no_time_as_long_as_its_event_is_not_known() -> None:
    assert ends(at_stage("admission", service="body-care")) == [None, None]


def test_barriers_stand_on_the_step_they_are_about() -> None:
    assert [s.obstacles for s in at_stage("admission").steps] == [("obstacle",), (), ()]


def test_a_question_has_the_answers_whose_norms_all_hold() -> None:
    def answers(**facets: str) -> tuple[str, ...]:
        (asked,) = at_stage("admission", **facets).questions
        return asked.answers

    assert answers() == ("body", "mind")
    assert answers(service="mind-care") == ("mind",)
    assert answers(service="mind-care", on="2016-12-31") == ()


def test_history_names_the_days_on_which_rules_of_the_stage_turned() -> None:
    told = [(t.day.isoformat(), t.began, t.ended) for t in at_stage("admission", service="body-care").history]
    assert told == [("2012-01-01", ("notice", "reply"), ()), ("2020-01-01", (), ("reply",))]


def test_without_a_stage_every_stage_comes_in_order() -> None:
    found = course(index(), resolve_task(index(), Asked(), date(2018, 3, 1)))
    assert [s.stage for s in found] == list(index().pathway.stages)
    assert [s.stage for s in found if s.steps] == ["admission", "stay", "payment"]
