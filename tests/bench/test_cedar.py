"""The peer answers the same questions from the same norms, so that the comparison is one."""

from datetime import date

import cedarpy

from bench import cedar
from kg.decisions.permission import check
from kg.index.resolve import resolve
from kg.model.decision import Outcome
from kg.model.question import Asked
from tests import real

DAY = date(2026, 9, 1)
PLAIN = [
    ("municipality", "smp", None),
    ("gp", "smp", None),
    ("gp", "dps", "law"),
    ("smp", "dps", None),
    ("smp", "dps", "law"),
    ("municipality", "dps", "law"),
]


def test_cedar_allows_what_is_permitted_and_nothing_else() -> None:
    index = real.index()
    policies, entities = cedar.policies(index), cedar.entities(index)
    ours, theirs = {}, {}
    for referrer, receiver, basis in PLAIN:
        question = resolve(index, Asked(referrer=referrer, receiver=receiver, basis=basis), DAY)
        answer = cedarpy.is_authorized(cedar.request(question), policies, entities)
        assert answer.diagnostics.errors == []
        ours[referrer, receiver, basis] = check(index, question).outcome is Outcome.PERMITTED
        theirs[referrer, receiver, basis] = answer.allowed
    assert set(ours.values()) == {True, False}
    assert theirs == ours


def test_cedar_knows_no_precedence() -> None:
    index = real.index()
    question = resolve(index, Asked(referrer="municipal-psychologist", receiver="dps"), DAY)
    answer = cedarpy.is_authorized(cedar.request(question), cedar.policies(index), cedar.entities(index))
    assert check(index, question).displaced
    assert not answer.allowed


def test_a_policy_a_norm() -> None:
    index = real.index()
    assert len(cedar.policies(index)) == len(index.shelf.by_id)
