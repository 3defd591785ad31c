"""The context of a decision of two values says what the whole answer says."""

from datetime import date

import pytest

from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.index.resolve import resolve
from kg.model.decision import Outcome
from kg.model.question import Asked
from kg.wording.access import context
from kg.wording.answer import render
from kg.wording.voice import voices
from tests import real

ASKED = {
    Outcome.PERMITTED: Asked(referrer="gp", receiver="smp"),
    Outcome.PROHIBITED: Asked(referrer="municipality", receiver="dps"),
    Outcome.CONDITIONAL: Asked(referrer="nav-office", receiver="smp", on="2021-01-01"),
    Outcome.UNKNOWN: Asked(referrer="municipality", receiver="dps", basis="law"),
}


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("outcome", ASKED)
def test_what_it_shares_with_the_whole_answer_is_the_same(outcome: Outcome, language: str) -> None:
    index = real.index()
    voice = voices(index)[language]
    decision = check(index, resolve(index, ASKED[outcome], date(2026, 11, 24)))
    said, whole = context(decision, voice), render(explain(index, decision), voice)
    assert said["outcome"] == outcome
    assert {k: v for k, v in said.items() if k in whole} == {k: whole[k] for k in said if k in whole}
    assert set(said) - set(whole) == {"citations", "notice"}


def test_whatever_is_false_without_being_a_no_is_told_as_that() -> None:
    for voice in voices(real.index()).values():
        for outcome in (Outcome.UNKNOWN, Outcome.CONDITIONAL, Outcome.CONTESTED):
            assert "`decision`" in voice.say(f"access.{outcome}")
        assert not any(voice.words.has(f"access.{o}") for o in (Outcome.PERMITTED, Outcome.PROHIBITED))
