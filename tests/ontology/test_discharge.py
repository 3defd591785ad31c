"""What a discharge coordinator asks first is answered for each service on each side of each change of the rules."""

from datetime import date

import pytest

from kg.decisions.course import course
from kg.index.resolve_task import resolve_task
from kg.model.question import Asked
from tests.real import index

QUESTIONS = {
    "when-is-notice-due",
    "who-declares-ready",
    "ready-without-housing",
    "must-there-be-a-meeting",
    "who-gets-the-message",
    "municipality-does-not-answer",
    "who-pays",
    "parties-disagree",
}
BEFORE, FIRST, SECOND, NOW = date(2016, 12, 31), date(2017, 1, 1), date(2018, 12, 31), date(2019, 1, 1)


def answers(service: str, on: date) -> dict[str, set[str]]:
    """Question → its answers for the service on the day."""
    stages = course(index(), resolve_task(index(), Asked(service=service), on))
    return {q.question: set(q.answers) for stage in stages for q in stage.questions}


@pytest.mark.parametrize("on", [date(2012, 1, 1), BEFORE, FIRST, SECOND, NOW, date(2026, 11, 24)])
@pytest.mark.parametrize("service", ["hospital-care", "mental-health-care", "tsb"])
def test_each_question_has_an_answer(service: str, on: date) -> None:
    found = answers(service, on)
    assert [question for question in QUESTIONS if not found[question]] == []


@pytest.mark.parametrize(
    ("service", "on", "question", "expected"),
    [
        ("hospital-care", BEFORE, "who-pays", {"payer-in-hospital-until-2018"}),
        ("hospital-care", SECOND, "who-pays", {"payer-in-hospital-until-2018"}),
        ("hospital-care", NOW, "who-pays", {"payer"}),
        ("mental-health-care", BEFORE, "who-pays", {"payer-in-mental-health-until-2016"}),
        ("mental-health-care", FIRST, "who-pays", {"payer-in-mental-health-until-2018"}),
        ("tsb", SECOND, "who-pays", {"payer-in-mental-health-until-2018"}),
        ("tsb", NOW, "who-pays", {"payer"}),
        ("hospital-care", date(2008, 3, 3), "who-pays", {"payer-before-the-reform"}),
        ("mental-health-care", BEFORE, "when-is-notice-due", {"no-notice-rule-in-mental-health-until-2016"}),
        ("mental-health-care", FIRST, "when-is-notice-due", {"notice-of-admission", "notice-of-ready"}),
        ("hospital-care", BEFORE, "who-declares-ready", {"hospital-doctor-decided-until-2016"}),
        ("hospital-care", FIRST, "who-declares-ready", {"hospital-doctor-decides"}),
        ("mental-health-care", FIRST, "who-declares-ready", {"doctor-or-psychologist-decides-in-mental-health"}),
        ("hospital-care", FIRST, "must-there-be-a-meeting", {"no-meeting-required-in-hospital"}),
        ("mental-health-care", FIRST, "must-there-be-a-meeting", {"partners-when-needed-in-mental-health"}),
    ],
)
def test_an_answer_holds_between_the_days_on_which_its_rules_changed(
    service: str, on: date, question: str, expected: set[str]
) -> None:
    assert answers(service, on)[question] == expected


def test_every_question_and_answer_stands_in_both_languages() -> None:
    pathway, preferred = index().pathway, index().labels.preferred
    given = [("answer", answer.id) for question in QUESTIONS for answer in pathway.answers[question]]
    things = [*given, *(("question", question) for question in QUESTIONS)]
    assert [thing for thing in things if not preferred[thing].keys() >= {"nb", "en"}] == []
    assert [question for question in QUESTIONS if pathway.local[question].keys() != {"nb", "en"}] == []
