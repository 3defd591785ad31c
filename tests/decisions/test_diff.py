"""Differences between dates, places and bases, on the real graph."""

from dataclasses import replace
from datetime import date

import pytest

from kg.core.errors import BadInput
from kg.decisions.diff import diff
from kg.index.resolve import resolve
from kg.model.decision import Outcome
from kg.model.question import Asked, Basis
from tests import real


def question(**facets: str):  # type: ignore[no-untyped-def]
    return resolve(real.index(), Asked(referrer="gp", receiver="dps", **facets), date(2026, 11, 24))


def test_psychologists_could_refer_from_july_2015() -> None:
    found = list(diff(real.index(), question(on="2015-06-30"), question(on="2015-07-01")))
    asked = {(d.before.question.referrer, d.before.question.receiver): d for d in found}
    one = asked["municipal-psychologist", "dps"]
    assert (one.before.outcome, one.after.outcome) == (Outcome.UNKNOWN, Outcome.PERMITTED)
    assert "psychologist-to-outpatient-care" in one.because
    assert not one.coverage_only


def test_a_question_is_not_compared_with_itself() -> None:
    with pytest.raises(BadInput):
        diff(real.index(), question(), question())


def test_what_was_read_for_one_place_alone_is_marked() -> None:
    found = list(diff(real.index(), question(place="Trondheim"), question(place="Askøy")))
    assert found
    assert any(d.coverage_only for d in found)


def test_law_against_papers() -> None:
    law = question(basis="law")
    found = list(diff(real.index(), law, replace(law, basis=Basis.PAPERS)))
    assert ("municipality", "dps") in {(d.before.question.referrer, d.before.question.receiver) for d in found}
