"""Collisions, dead norms and units out of reach: planted, and on the real graph."""

from dataclasses import replace
from datetime import date

from kg.decisions.conflicts import conflicts, dead_norms, try_norms, unreachable
from kg.decisions.permission import check
from kg.index.index import Index
from kg.index.resolve import resolve
from kg.index.shelf import shelve
from kg.model.decision import Outcome
from kg.model.norm import Modality, Norm
from kg.model.question import Asked
from tests import real

DAY = date(2026, 11, 24)
MAY = Norm(
    id="may",
    modality=Modality.PERMISSION,
    action="refer",
    bearers=frozenset({"gp"}),
    counterparts=frozenset({"dps"}),
    place="norway",
    basis="b",
    authority="regulation",
)
MUST_NOT = replace(MAY, id="must-not", modality=Modality.PROHIBITION)


def world(*norms: Norm) -> Index:
    return replace(real.index(), shelf=shelve(norms, real.index().places))


def test_two_equal_norms_collide_with_a_witness() -> None:
    index = world(MAY, MUST_NOT)
    (found,) = conflicts(try_norms(index, DAY))
    assert (found.permits, found.prohibits, found.settled) == ("may", "must-not", False)
    assert check(index, found.witness).outcome is Outcome.CONTESTED


def test_a_norm_that_a_higher_one_always_beats_is_dead() -> None:
    index = world(MAY, replace(MUST_NOT, authority="agreement"))
    assert [d.norm for d in dead_norms(try_norms(index, DAY))] == ["must-not"]
    (found,) = conflicts(try_norms(index, DAY))
    assert found.settled


def test_a_unit_that_is_only_forbidden_is_out_of_reach() -> None:
    index = world(MUST_NOT)
    question = resolve(index, Asked(referrer="gp", receiver="dps"), DAY)
    assert [d.receiver for d in unreachable(index, question)] == ["dps"]


def test_no_norm_of_law_is_dead() -> None:
    index = real.index()
    law = {"act", "regulation", "funding-rule"}
    assert [d.norm for d in dead_norms(try_norms(index, DAY)) if index.norm(str(d.norm)).authority in law] == []


def test_the_report_of_2018_gives_way_to_the_payment_rule() -> None:
    found = {(c.permits, c.prohibits): c for c in conflicts(try_norms(real.index(), DAY))}
    assert not [c for c in found.values() if not c.settled]
