"""A report on the norms themselves: which collide, which can never decide anything, and whom nobody can refer to.

Every entry has a witness: a concrete question that shows it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import islice, product

from kg.decisions.cover import sign_of
from kg.decisions.permission import check, check_each
from kg.decisions.search import receivers, referrers
from kg.index.index import Index
from kg.index.resolve import main_service
from kg.model.decision import ABLE, Conflict, Dead, Decision, Outcome, Sign
from kg.model.norm import Norm
from kg.model.question import Question

Tried = Mapping[str, list[Decision]]
"""Decisions by the norm that they were tried for."""

MOST_WITNESSES = 60
"""How many of its own questions a norm is tried on."""


def report(index: Index, question: Question) -> tuple[Conflict | Dead, ...]:
    """All of it for the day and place of a question: collisions, norms that decide nothing, units out of reach."""
    tried = try_norms(index, question.on)
    return (*conflicts(tried), *dead_norms(tried), *unreachable(index, question))


def try_norms(index: Index, on: date) -> Tried:
    """The decisions on the questions that each norm was made for, at most MOST_WITNESSES a norm."""
    norms = index.shelf.by_id.values()
    return {n.id: [check(index, q) for q in islice(witnesses(index, n, on), MOST_WITNESSES)] for n in norms}


def conflicts(tried: Tried) -> tuple[Conflict, ...]:
    """Norms of opposite signs that match in one question, each pair once, the unsettled ones first."""
    found: dict[tuple[str, str], Conflict] = {}
    for decisions in tried.values():
        for decision in decisions:
            for conflict in _meeting(decision):
                found.setdefault((conflict.permits, conflict.prohibits), conflict)
    return tuple(sorted(found.values(), key=lambda c: (c.settled, c.permits, c.prohibits)))


def dead_norms(tried: Tried) -> tuple[Dead, ...]:
    """Norms that are no reason, condition or fallback in any of the questions that they were made for."""
    return tuple(
        Dead(norm=norm, receiver=None, witness=decisions[0].question)
        for norm, decisions in sorted(tried.items())
        if decisions and not any(_decides(d, norm) for d in decisions)
    )


def unreachable(index: Index, question: Question) -> tuple[Dead, ...]:
    """Units that norms name as receivers and to which nobody is known to be able to refer."""
    found = []
    everybody = referrers(index, question.action)
    for receiver in receivers(index, question.action):
        if receiver in index.kinds.units:
            q = replace(question, receiver=receiver, service=main_service(index, receiver))
            if not any(d.outcome in ABLE for d in check_each(index, q, everybody)):
                found.append(Dead(norm=None, receiver=receiver, witness=q))
    return tuple(found)


def witnesses(index: Index, norm: Norm, on: date) -> Iterator[Question]:
    """Questions that the norm was made for: its bearers, counterparts, place and a day on which it holds."""
    if sign_of(norm) is None or norm.residual or not norm.counterparts:
        return
    day = max(norm.valid_from or norm.not_before or date.min, min(norm.valid_to or on, on))
    kinds = index.kinds
    narrow = sorted(k for k in kinds.roles | kinds.units if not kinds.up_parts[k].isdisjoint(norm.bearers))
    able = sorted(c for c in norm.counterparts if c in kinds.units | kinds.services)
    for referrer, receiver in product(dict.fromkeys([*sorted(norm.bearers), *narrow]), able):
        yield in_scope(index, norm, referrer, receiver, day)


def in_scope(index: Index, norm: Norm, referrer: str, receiver: str, on: date) -> Question:
    """The question of these two that lies within everything that a norm says of place, case and conditions."""
    return Question(
        referrer=referrer,
        receiver=receiver,
        service=min(norm.services, default=None) or main_service(index, receiver),
        place=norm.place,
        on=on,
        action=norm.action,
        setting=min(norm.settings, default="outpatient"),
        group=min(norm.groups, default=None),
        urgency=min(norm.urgencies, default="planned"),
        stage=min(norm.stages, default="first-referral"),
        holds=norm.conditions,
    )


def _meeting(decision: Decision) -> Iterator[Conflict]:
    """Firm norms of opposite signs in one capacity."""
    settled = decision.outcome is not Outcome.CONTESTED
    matched = [m for m in (*decision.reasons, *decision.support, *decision.displaced) if not m.conditions]
    for a, b in product(matched, matched):
        if a.sign is Sign.PERMITS and b.sign is Sign.PROHIBITS and a.acting_as == b.acting_as and a.lifts:
            yield Conflict(permits=a.norm.id, prohibits=b.norm.id, settled=settled, witness=decision.question)


def _decides(decision: Decision, norm: str) -> bool:
    otherwise = decision.otherwise.reasons if decision.otherwise else ()
    matched = (*decision.reasons, *(g.match for g in decision.conditions), *otherwise)
    return any(m.norm.id == norm for m in matched)
