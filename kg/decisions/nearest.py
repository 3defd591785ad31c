"""When nothing decides: the norms that come nearest, and which facets would settle it."""

from dataclasses import replace
from datetime import date
from itertools import product

from kg.decisions.cover import cover_of, is_one_of, let_act, sign_of
from kg.decisions.permission import outcome_of
from kg.decisions.scope import Scope, group_condition, in_time, is_exception, scope_of
from kg.index.index import Index
from kg.index.shelf import ANYBODY
from kg.model.decision import ABLE, Decision, Near, Outcome, Sign
from kg.model.made_condition import IN_GROUP
from kg.model.norm import Norm
from kg.model.question import Question

FACETS = ("capacity", "date", "group", "receiver", "bearer")
"""The facets a norm may fail in, nearest first; `capacity`: it matched, but decided nothing."""

AT_MOST = 5


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
        others = [n for n in _failing_once(index, scope_of(index, decision.question)) if n.norm.id not in matched]
        found += others[: AT_MOST - len(found)]
    return tuple(found)


def _failing_once(index: Index, scope: Scope) -> list[Near]:
    """The norms of the covering places that fail in one facet alone, each once, the nearest first."""
    q = scope.question
    once: dict[tuple[str, str], Near] = {}
    for action, place in product(q.actions, scope.covering):
        if (action, place) in index.shelf.in_place:
            key = ("near", q.referrer, q.receiver, q.service, action, place)
            for near in index.prepared.once(key, _at_hand, index, scope, action, place):
                facet = _failing(index, scope, near)
                if facet:
                    once[facet, near.norm.id] = near._replace(facet=facet)
    return sorted(once.values(), key=lambda near: (FACETS.index(near.facet), *_distance(index, scope, near)))


def _failing(index: Index, scope: Scope, near: Near) -> str | None:
    """The only facet in which a norm fails; None where it fails in several or none, or elsewhere than in a facet."""
    norm, q = near.norm, scope.question
    if is_exception(norm, q) or (scope.authorities is not None and norm.authority not in scope.authorities):
        return None
    failing = [near.facet] if near.facet else []
    if not in_time(norm, q.on):
        failing.append("date")
    if norm.groups and group_condition(index, norm, scope) is None:
        failing.append("group")
    return failing[0] if len(failing) == 1 else None


def _at_hand(index: Index, scope: Scope, action: str, place: str) -> tuple[Near, ...]:
    """The norms of a place that fail for no reason but one, as far as referrer, receiver and service tell."""
    found: list[Near] = []
    capacities = index.capacities[scope.question.referrer]
    for norm in index.shelf.in_place[action, place]:
        sign = sign_of(norm)
        if sign is None or (norm.services and norm.services.isdisjoint(scope.services)):
            continue
        other = bool(norm.counterparts) and norm.counterparts.isdisjoint(scope.receivers)
        if any(cover_of(index, c, norm) for c in capacities):
            found.append(Near(norm=norm, sign=sign, facet="receiver" if other else ""))
        elif not other and _tied(index, scope.question.referrer, norm):
            found.append(Near(norm=norm, sign=sign, facet="bearer"))
    return tuple(found)


def _tied(index: Index, referrer: str, norm: Norm) -> bool:
    """Whether a bearer hangs together with the referrer by kindOf, partOf, worksFor or performs."""
    ups = index.kinds.up_parts
    own = ups[referrer].union(*(ups.get(c.acting_as, ()) for c in index.capacities[referrer]))
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
