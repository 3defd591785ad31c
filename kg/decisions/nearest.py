"""When nothing decides: the norms that come nearest, and which facets would settle it."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice, product
from typing import NamedTuple

from kg.decisions.cover import cover_of, is_one_of, let_act, sign_of
from kg.decisions.permission import outcome_of
from kg.decisions.scope import Scope, group_condition, in_time, is_exception, scope_of
from kg.index.capacities import Capacity
from kg.index.index import Index
from kg.index.shelf import ANYBODY
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
        found += islice(_failing_once(index, decision.question, matched), AT_MOST - len(found))
    return tuple(found)


def _failing_once(index: Index, question: Question, matched: Collection[str]) -> Iterator[Near]:
    """The norms that fail in one facet alone, the nearest first."""
    scope = scope_of(index, question)
    seeker = _seeker(index, question.referrer)
    by_facet: dict[str, dict[str, Near]] = {facet: {} for facet in FACETS}
    for norm in _touching(index, scope, seeker):
        sign, facet = sign_of(norm), _failing(index, scope, seeker, norm)
        if sign and facet and norm.id not in matched:
            by_facet[facet][norm.id] = Near(norm=norm, sign=sign, facet=facet)
    for once in by_facet.values():
        yield from sorted(once.values(), key=lambda near: _distance(index, scope, near))


def _touching(index: Index, scope: Scope, seeker: _Seeker) -> Iterator[Norm]:
    """The norms on the action in the covering places that are about the receiver, or for the referrer."""
    receivers, bearers = scope.receivers, seeker.bearers
    for action, place in product(scope.question.actions, scope.covering):
        for norm in index.shelf.in_place.get((action, place), ()):
            if not (norm.bearers.isdisjoint(bearers) and norm.counterparts and norm.counterparts.isdisjoint(receivers)):
                yield norm


def _failing(index: Index, scope: Scope, seeker: _Seeker, norm: Norm) -> str | None:
    """The only facet in which a norm fails; None where it fails in several or none, or elsewhere than in a facet."""
    q = scope.question
    if is_exception(norm, q):
        return None
    if scope.authorities is not None and norm.authority not in scope.authorities:
        return None
    if norm.services and norm.services.isdisjoint(scope.services):
        return None
    failing = [] if in_time(norm, q.on) else ["date"]
    if norm.groups and group_condition(index, norm, scope) is None:
        failing.append("group")
    if norm.counterparts and norm.counterparts.isdisjoint(scope.receivers):
        failing.append("receiver")
    if len(failing) > 1:
        return None
    if not norm.bearers.isdisjoint(seeker.bearers) and any(cover_of(index, c, norm) for c in seeker.capacities):
        return failing[0] if failing else None
    return "bearer" if not failing and _tied(index, seeker, norm) else None


def _seeker(index: Index, referrer: str) -> _Seeker:
    ups, capacities = index.kinds.up_parts, index.capacities[referrer]
    return _Seeker(
        capacities=capacities,
        bearers=frozenset().union(*(c.covers for c in capacities)),
        own=ups[referrer].union(*(ups.get(c.acting_as, ()) for c in capacities)),
    )


def _tied(index: Index, seeker: _Seeker, norm: Norm) -> bool:
    """Whether a bearer hangs together with the referrer by kindOf, partOf, worksFor or performs."""
    ups, own = index.kinds.up_parts, seeker.own
    hanging = (k for bearer in norm.bearers for k in (bearer, *index.employers(bearer)))
    return any(not own.isdisjoint(ups.get(kind, ())) for kind in hanging)


def _distance(index: Index, scope: Scope, near: Near) -> tuple[bool, bool, int, int, str]:
    """How far a norm is among those that fail in the same facet."""
    related = near.facet == "receiver" and _related(index, scope, near.norm)
    rank = len(index.kinds.outranks.get(near.norm.authority, ()))
    days = _days_off(near.norm, scope.question.on) if near.facet == "date" else 0
    return (not related, near.sign is Sign.PROHIBITS, -rank, days, near.norm.id)


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
    return any(_might_take(index, q, s) and outcome_of(index, replace(q, service=s)) in ABLE for s in sisters)


def _might_take(index: Index, q: Question, service: str) -> bool:
    receivers = {ANYBODY, *index.kinds.up_parts[q.receiver], *index.kinds.up[service]}
    return is_one_of(index, q.referrer, let_act(index, q.actions, receivers))
