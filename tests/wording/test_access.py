"""The context of a decision of two values says what the whole answer says."""

from dataclasses import replace
from datetime import date

import pytest

from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.index.resolve import resolve
from kg.model.decision import Outcome
from kg.model.question import Asked
from kg.wording.access import context
from kg.wording.answer import render
from kg.wording.verdict import basis_of
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
    assert set(said) - set(whole) == {"authority", "citations", "notice"}


@pytest.mark.parametrize(("language", "stop"), [("nb", "la ikke dette stoppe"), ("en", "do not stop the referral")])
def test_whatever_is_false_without_law_says_that_it_does_not_stop_a_referral(language: str, stop: str) -> None:
    voice = voices(real.index())[language]
    for outcome in (Outcome.UNKNOWN, Outcome.CONDITIONAL, Outcome.CONTESTED):
        assert stop in voice.say(f"access.{outcome}")
    assert stop in voice.say("access.told", basis="…")
    assert stop not in voice.say("access.forbidden", basis="…")


@pytest.mark.parametrize(("language", "no_law"), [("nb", "ikke funnet noen lov"), ("en", "found no act")])
def test_a_no_of_a_study_is_told_apart_from_a_no_of_the_law(language: str, no_law: str) -> None:
    voice = voices(real.index())[language]
    index = real.index()
    decision = check(index, resolve(index, ASKED[Outcome.PROHIBITED], date(2026, 11, 24)))
    told = context(decision, voice)
    assert told["authority"].startswith("reported-")
    assert no_law in told["notice"]
    for authority in index.kinds.outranks:
        reasons = tuple(m._replace(norm=replace(m.norm, authority=authority)) for m in decision.reasons)
        said = context(replace(decision, reasons=reasons), voice)
        assert said["authority"] == authority
        assert (no_law in said["notice"]) is (authority not in {"act", "regulation", "funding-rule"})
        assert str(basis_of(decision, voice)) in said["notice"]


def test_where_nothing_decided_no_authority_is_named_and_true_needs_no_notice() -> None:
    index = real.index()
    voice = voices(index)["en"]
    said = {o: context(check(index, resolve(index, a, date(2026, 11, 24))), voice) for o, a in ASKED.items()}
    assert said[Outcome.UNKNOWN]["authority"] is None
    assert {o for o, s in said.items() if s["notice"] is None} == {Outcome.PERMITTED}
