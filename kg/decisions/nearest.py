"""When nothing decides: the norms that come nearest, and which facets would settle it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from kg.decisions.matching import cover_of, sign_of
from kg.decisions.permission import check
from kg.decisions.scope import Scope, group_condition, in_time, is_exception, scope_of
from kg.index.capacities import Capacity, employers
from kg.index.index import Index
from kg.model.decision import ABLE, Decision, Near, Outcome, Sign
from kg.model.made_condition import IN_GROUP
from kg.model.norm import Norm

FACETS = ("capacity", "date", "group", "receiver", "bearer")
"""The facets a norm may fail in, nearest first; `capacity`: it matched, but decided nothing."""

AT_MOST = 5


def nearest(index: Index, decision: Decision) -> tuple[Near, ...]:
    """At most five norms: those that matched without deciding, then those that fail in exactly one facet."""
    if decision.outcome in ABLE:
        return ()
    led = [
        Near(norm=m.norm, sign=m.sign, facet="capacity", acting_as=m.acting_as, conditions=tuple(sorted(m.conditions)))
        for m in decision.undecided
    ]
    matched = {m.norm.id for m in (*decision.undecided, *decision.reasons, *decision.displaced, *decision.support)}
    scope = scope_of(index, decision.question)
    found = {n.norm.id: n for n in _failing_once(index, scope) if n.norm.id not in matched}
    ranked = sorted(found.values(), key=lambda n: _distance(index, scope, n))
    return tuple((led + ranked)[:AT_MOST])


def _failing_once(index: Index, scope: Scope) -> Iterator[Near]:
    q = scope.question
    for action, place in product(q.actions, scope.covering):
        for norm in index.shelf.in_place.get((action, place), ()):
            sign = sign_of(norm)
            if sign is None or (scope.authorities is not None and norm.authority not in scope.authorities):
                continue
            failing = _failing(index, scope, norm)
            if len(failing) == 1:
                yield Near(norm=norm, sign=sign, facet=failing[0])


def _failing(index: Index, scope: Scope, norm: Norm) -> list[str]:
    """The facets in which a norm fails. What fails elsewhere (another setting, a bearer with no tie) counts twice."""
    q = scope.question
    capacities = index.capacities[q.referrer]
    failing = [] if in_time(norm, q.on) else ["date"]
    if group_condition(index, norm, scope) is None:
        failing.append("group")
    if norm.counterparts and norm.counterparts.isdisjoint(scope.receivers):
        failing.append("receiver")
    if all(cover_of(index, c, norm) is None for c in capacities):
        failing += ["bearer"] if _tied(index, q.referrer, norm, capacities) else ["bearer", "bearer"]
    if is_exception(norm, q) or (norm.services and norm.services.isdisjoint(scope.services)):
        failing += ["other", "other"]
    return failing


def _tied(index: Index, referrer: str, norm: Norm, capacities: tuple[Capacity, ...]) -> bool:
    """Whether a bearer hangs together with the referrer by kindOf, partOf, worksFor or performs."""
    ups = index.kinds.up_parts
    own = ups[referrer] | {u for c in capacities for u in ups.get(c.acting_as, ())}
    return any(not own.isdisjoint(_ties(index, bearer)) for bearer in norm.bearers)


def _ties(index: Index, bearer: str) -> frozenset[str]:
    """A bearer, what it is a kind or part of, whom it works for and what those are part of."""
    kinds = index.kinds
    units = employers(kinds, bearer) if bearer in kinds.roles else ()
    return kinds.up_parts.get(bearer, frozenset()) | {w for u in units for w in kinds.up_parts[u]}


def _distance(index: Index, scope: Scope, near: Near) -> tuple[int, bool, bool, int, int, str]:
    kinds = index.kinds
    family = {k for c in near.norm.counterparts for k in kinds.up_parts.get(c, ())}
    family |= {s for k in tuple(family) if k in kinds.provides for s in kinds.up.get(kinds.provides[k], ())}
    related = near.facet == "receiver" and not family.isdisjoint(scope.receivers - {""})
    rank = len(kinds.outranks.get(near.norm.authority, ()))
    days = _days_off(near.norm, scope.question.on) if near.facet == "date" else 0
    return (FACETS.index(near.facet), not related, near.sign is Sign.PROHIBITS, -rank, days, near.norm.id)


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
    if decision.outcome in {Outcome.UNKNOWN, Outcome.PROHIBITED} and _another_service(index, decision):
        found.add("service")
    return tuple(sorted(found & q.assumed))


def _another_service(index: Index, decision: Decision) -> bool:
    """Whether the receiver, asked for a sister of its main service, could take the referral."""
    q, kinds = decision.question, index.kinds
    if q.service is None or q.receiver in kinds.services or decision.because:
        return False
    above = kinds.up[q.service] - {q.service}
    sisters = sorted(s for s in kinds.services if s != q.service and above and above == kinds.up[s] - {s})
    return any(check(index, replace(q, service=s)).outcome in ABLE for s in sisters)
