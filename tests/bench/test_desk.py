"""The questions of the desk are of every sort that people ask."""

from bench import desk
from kg.decisions.permission import check
from kg.model.decision import Outcome
from tests import real


def test_every_outcome_but_a_dispute_with_and_without_a_place() -> None:
    decisions = [check(real.index(), q) for q in desk.questions(real.index())]
    found = {(d.outcome, "place" in d.question.assumed) for d in decisions}
    assert {outcome for outcome, _ in found} == set(Outcome) - {Outcome.CONTESTED}
    assert {(Outcome.PERMITTED, True), (Outcome.PERMITTED, False), (Outcome.PROHIBITED, False)} <= found


def test_each_is_asked_by_its_own_address() -> None:
    assert len(set(desk.paths())) == len(desk.ASKED)
    assert all(path.startswith("/v1/referrals/check?referrer=") for path in desk.paths())
