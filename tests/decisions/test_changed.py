"""What two versions of the real graph state and answer otherwise: one of them made by changing norms of the other."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.decisions.changed import changed
from kg.decisions.norm_fields import by_norm
from kg.index.index import Index
from kg.index.shelf import shelve
from kg.model.change import Changed, NormChange, Sort
from kg.model.decision import Outcome
from kg.model.norm import Norm
from tests import real

ON = date(2026, 11, 24)
SMP, PSYCHOLOGIST = "municipality-to-smp", "psychologist-to-outpatient-care"


def with_norms(change: Callable[[Norm], Norm | None]) -> Index:
    """The real index with other norms: those that `change` gives."""
    index = real.index()
    norms = (change(n) for ns in by_norm(index).values() for n in ns)
    return replace(index, shelf=shelve([n for n in norms if n], index.places))


def only(norm: str, change: Callable[[Norm], Norm | None]) -> Index:
    return with_norms(lambda n: change(n) if n.id == norm else n)


def ended(last_day: date | None) -> Index:
    return only(SMP, lambda n: replace(n, valid_to=last_day))


def on_condition(condition: str) -> Index:
    return only(SMP, lambda n: replace(n, conditions=frozenset({condition})))


def one(found: Changed) -> NormChange:
    assert not found.others
    (change,) = found.norms
    return change


def test_nothing_differs_from_itself() -> None:
    assert changed(real.index(), real.index(), ON) == Changed(norms=(), others=())


def test_a_norm_that_goes_takes_its_answers_along_and_one_that_comes_brings_them() -> None:
    without = only(SMP, lambda _: None)
    gone, come = one(changed(real.index(), without, ON)), one(changed(without, real.index(), ON))
    assert (gone.norm, gone.sort, gone.fields) == (SMP, Sort.REMOVED, ())
    assert (come.norm, come.sort, come.fields) == (SMP, Sort.ADDED, ())
    asked = {(a.question.referrer, a.question.receiver): a for a in gone.answers}
    answer = asked["child-coordinator", "smp"]
    assert answer.before
    assert answer.after
    assert (answer.before.outcome, answer.because) == (Outcome.PERMITTED, (SMP,))
    assert answer.after.outcome is not Outcome.PERMITTED
    assert {(a.question.referrer, a.question.receiver) for a in come.answers} == asked.keys()


def test_a_norm_that_gets_a_last_day_has_ended() -> None:
    change = one(changed(real.index(), ended(date(2025, 1, 1)), ON))
    assert (change.sort, [f.field for f in change.fields]) == (Sort.ENDED, ["validTo"])
    assert (change.fields[0].before, change.fields[0].after) == ((), ("2025-01-01",))
    assert change.answers


def test_a_norm_that_gets_a_last_day_to_come_is_ending_and_is_asked_about_on_the_day_after() -> None:
    change = one(changed(real.index(), ended(date(2027, 12, 31)), ON))
    assert change.sort is Sort.ENDING
    assert {a.question.on for a in change.answers} == {date(2028, 1, 1)}


@pytest.mark.parametrize(
    ("had", "has", "sort"),
    [
        (None, ON, Sort.ENDED),
        (None, date.max, Sort.ENDING),
        (date(2028, 1, 1), date(2027, 1, 1), Sort.ENDING),
        (date(2028, 1, 1), date(2026, 1, 1), Sort.ENDED),
        (date(2025, 1, 1), date(2024, 1, 1), Sort.CHANGED),
        (date(2025, 1, 1), date(2028, 1, 1), Sort.CHANGED),
        (date(2027, 1, 1), None, Sort.CHANGED),
    ],
)
def test_a_last_day_ends_a_norm_where_it_comes_sooner(had: date | None, has: date | None, sort: Sort) -> None:
    old, new = ended(had), ended(has)
    assert one(changed(old, new, ON)).sort is sort


def test_an_answer_differs_where_another_authority_decides_it() -> None:
    change = one(changed(real.index(), only(SMP, lambda n: replace(n, authority="act")), ON))
    sides = [(a.before, a.after) for a in change.answers]
    assert any(b and a and (b.outcome, b.effect) == (a.outcome, a.effect) for b, a in sides)


def test_an_answer_differs_where_its_conditions_are_others() -> None:
    before, after = on_condition("prior-contact"), on_condition("on-this-gps-list")
    change = one(changed(before, after, ON))
    asked = [a for a in change.answers if not a.question.holds and a.before and a.after]
    assert {(a.before.outcome, a.after.outcome) for a in asked if a.before and a.after} == {
        (Outcome.CONDITIONAL, Outcome.CONDITIONAL)
    }


@pytest.mark.parametrize("norm", ["helse-bergen-tsb-others", "sandnes-dps-others"])
def test_a_norm_on_all_others_of_a_place_is_asked_about_there(norm: str) -> None:
    change = one(changed(real.index(), only(norm, lambda _: None), ON))
    stated = real.index().norm(norm)
    assert {a.question.place for a in change.answers} == {stated.place}
    assert {a.question.referrer for a in change.answers} - stated.bearers


def test_a_question_names_its_place_and_what_is_not_taken_for_granted() -> None:
    inpatient = only(SMP, lambda n: replace(n, settings=frozenset({"inpatient"})))
    change = one(changed(inpatient, only(SMP, lambda _: None), ON))
    for question in (a.question for a in change.answers):
        assert "place" not in question.assumed
        assert ("setting" in question.assumed) == (question.setting == "outpatient")
    assert {a.question.setting for a in change.answers} == {"inpatient"}


def test_a_first_day_that_moves_is_asked_about_on_that_day() -> None:
    change = one(changed(real.index(), only(PSYCHOLOGIST, lambda n: replace(n, valid_from=date(2016, 1, 1))), ON))
    assert change.sort is Sort.CHANGED
    assert {a.question.on for a in change.answers} == {date(2015, 7, 1)}


def test_other_words_change_a_norm_and_no_answer() -> None:
    index = real.index()
    names = {**index.labels.preferred, ("norm", SMP): {"nb": "Noe annet."}}
    change = one(changed(index, replace(index, labels=replace(index.labels, preferred=names)), ON))
    assert ([f.field for f in change.fields], change.answers) == (["statement"], ())


def test_an_answer_that_differs_without_a_norm_is_told_apart() -> None:
    index = real.index()
    alone = {k: own[:1] for k, own in index.capacities.items()}
    found = changed(index, replace(index, capacities=alone), ON)
    assert not found.norms
    assert found.others


def test_what_a_version_does_not_know_has_no_answer_there() -> None:
    gone = "child-welfare-service"
    new = only(SMP, lambda _: None)
    without = replace(new, capacities={k: v for k, v in new.capacities.items() if k != gone})
    change = one(changed(real.index(), without, ON))
    assert {a.after for a in change.answers if a.question.referrer == gone} == {None}
    assert all(a.after for a in change.answers if a.question.referrer != gone)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("bearers", lambda n: replace(n, bearers=frozenset({"gp"}))),
        ("modality", lambda n: replace(n, modality=n.modality.PROHIBITION)),
        ("exclusive", lambda n: replace(n, exclusive=not n.exclusive)),
        ("places", lambda n: replace(n, place="no-4601")),
    ],
)
def test_each_field_is_named_as_the_api_names_it(field: str, change: Callable[[Norm], Norm]) -> None:
    found = one(changed(real.index(), only(SMP, change), ON))
    assert [f.field for f in found.fields] == [field]
