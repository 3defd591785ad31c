"""When nothing decides: the norms that come nearest, and which facets would settle it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

from kg.decisions.matching import cover_of, might_be_let, sign_of
from kg.decisions.permission import check
from kg.decisions.scope import Scope, group_condition, in_time, is_exception, scope_of
from kg.index.capacities import Capacity
from kg.index.index import Index
from kg.model.decision import ABLE, Decision, Near, Outcome, Sign
from kg.model.made_condition import IN_GROUP
from kg.model.norm import Norm
from kg.model.question import Question

FACETS = ("capacity", "date", "group", "receiver", "bearer")
"""The facets a norm may fail in, nearest first; `capacity`: it matched, but decided nothing."""

AT_MOST = 5


class _Seeker(NamedTuple):
    """Who asks: the capacities, all bearers that cover one of them, and what the referrer is and acts for."""

    capacities: tuple[Capacity, ...]
    bearers: frozenset[str]
    own: frozenset[str]


def nearest(index: Index, decision: Decision) -> tuple[Near, ...]:
    """At most five norms: those that matched without deciding, then those that fail in exactly one facet."""
    if decision.outcome in ABLE:
        return ()
    found = [
        Near(norm=m.norm, sign=m.sign, facet="capacity", acting_as=m.acting_as, conditions=tuple(sorted(m.conditions)))
        for m in decision.undecided[:AT_MOST]
    ]
    if len(found) < AT_MOST:
        matched = {m.norm.id for m in (*decision.undecided, *decision.reasons, *decision.displaced, *decision.support)}
        scope = scope_of(index, decision.question)
        once = {n.norm.id: n for n in _failing_once(index, scope, matched)}
        found += sorted(once.values(), key=lambda n: _distance(index, scope, n))
    return tuple(found[:AT_MOST])


def _failing_once(index: Index, scope: Scope, matched: Collection[str]) -> Iterator[Near]:
    q = scope.question
    seeker = _seeker(index, q.referrer)
    for action, place in product(q.actions, scope.covering):
        for norm in index.shelf.in_place.get((action, place), ()):
            facet = _failing(index, scope, seeker, norm)
            sign = sign_of(norm)
            if facet and sign and norm.id not in matched:
                yield Near(norm=norm, sign=sign, facet=facet)


def _failing(index: Index, scope: Scope, seeker: _Seeker, norm: Norm) -> str | None:
    """The only facet in which a norm fails; None where it fails in several or none, or elsewhere than in a facet."""
    q = scope.question
    about_others = bool(norm.counterparts) and norm.counterparts.isdisjoint(scope.receivers)
    for_others = seeker.bearers.isdisjoint(norm.bearers)
    if (about_others and for_others) or is_exception(norm, q):
        return None
    if scope.authorities is not None and norm.authority not in scope.authorities:
        return None
    if norm.services and norm.services.isdisjoint(scope.services):
        return None
    failing = ["receiver"] if about_others else []
    if not in_time(norm, q.on):
        failing.append("date")
    if norm.groups and group_condition(index, norm, scope) is None:
        failing.append("group")
    if for_others or all(cover_of(index, c, norm) is None for c in seeker.capacities):
        failing.append("bearer")
    if len(failing) != 1 or (failing == ["bearer"] and not _tied(index, seeker, norm)):
        return None
    return failing[0]


def _seeker(index: Index, referrer: str) -> _Seeker:
    ups, capacities = index.kinds.up_parts, index.capacities[referrer]
    return _Seeker(
        capacities=capacities,
        bearers=frozenset().union(*(c.covers for c in capacities)),
        own=ups[referrer].union(*(ups.get(c.acting_as, ()) for c in capacities)),
    )


def _tied(index: Index, seeker: _Seeker, norm: Norm) -> bool:
    """Whether a bearer hangs together with the referrer by kindOf, partOf, worksFor or performs."""
    return any(not seeker.own.isdisjoint(_ties(index, bearer)) for bearer in norm.bearers)


def _ties(index: Index, bearer: str) -> frozenset[str]:
    """A bearer, what it is a kind or part of, whom it works for and what those are part of."""
    ups = index.kinds.up_parts
    return ups.get(bearer, frozenset()).union(*(ups[unit] for unit in index.employers(bearer)))


def _distance(index: Index, scope: Scope, near: Near) -> tuple[int, bool, bool, int, int, str]:
    related = near.facet == "receiver" and _related(index, scope, near.norm)
    rank = len(index.kinds.outranks.get(near.norm.authority, ()))
    days = _days_off(near.norm, scope.question.on) if near.facet == "date" else 0
    return (FACETS.index(near.facet), not related, near.sign is Sign.PROHIBITS, -rank, days, near.norm.id)


def _related(index: Index, scope: Scope, norm: Norm) -> bool:
    """Whether what a norm is about is a kind or part of the asked receiver's family, or gives a service of it."""
    kinds = index.kinds
    family = {k for c in norm.counterparts for k in kinds.up_parts.get(c, ())}
    family |= {s for k in tuple(family) if k in kinds.provides for s in kinds.up.get(kinds.provides[k], ())}
    return not family.isdisjoint(scope.receivers - {""})


def _days_off(norm: Norm, on: date) -> int:
    """How many days lie between a day and the time in which a norm holds."""
    first, last = norm.valid_from or norm.not_before, norm.valid_to
    before = (first - on).days if first else 0
    after = (on - last).days if last else 0
    return max(before, after, 0)


def missing(index: Index, decision: Decision) -> tuple[str, ...]:
    """The facets that were not given and, given, could change the outcome."""
    q = decision.question
    everything = (
        *decision.reasons,
        *decision.support,
        *decision.displaced,
        *decision.undecided,
        *(c.match for c in decision.conditions),
    )
    found = set()
    if any(IN_GROUP.key(c) for m in everything for c in m.conditions):
        found.add("group")
    if any(m.local for m in (*everything, *decision.locally)):
        found.add("place")
    for match in decision.exceptions:
        found.update({"setting"} if match.norm.settings and q.setting not in match.norm.settings else ())
        found.update({"urgency"} if match.norm.urgencies and q.urgency not in match.norm.urgencies else ())
    if "service" in q.assumed and _another_service(index, decision):
        found.add("service")
    return tuple(sorted(found & q.assumed))


def _another_service(index: Index, decision: Decision) -> bool:
    """Whether the receiver, asked for a sister of its main service, could take the referral."""
    q, kinds = decision.question, index.kinds
    if decision.outcome not in {Outcome.UNKNOWN, Outcome.PROHIBITED} or decision.because:
        return False
    if q.service is None or q.receiver in kinds.services:
        return False
    above = kinds.up[q.service] - {q.service}
    sisters = sorted(s for s in kinds.services if s != q.service and above and above == kinds.up[s] - {s})
    return any(_able(index, replace(q, service=s)) for s in sisters)


def _able(index: Index, question: Question) -> bool:
    might = might_be_let(index, scope_of(index, question), question.referrer)
    return might and check(index, question).outcome in ABLE
