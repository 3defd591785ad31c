"""When nothing decides: the norms that come nearest, and which facets would settle it."""

from dataclasses import replace
from datetime import date
from itertools import product
from operator import itemgetter
from typing import NamedTuple

from kg.decisions.cover import cover_of, is_one_of, let_act, sign_of
from kg.decisions.permission import outcome_of
from kg.decisions.scope import Scope, group_condition, in_time, is_exception
from kg.index.index import Index
from kg.index.shelf import ANYBODY
from kg.model.decision import ABLE, Decision, Near, Outcome, Sign
from kg.model.made_condition import IN_GROUP
from kg.model.norm import Norm
from kg.model.question import Question

FACETS = ("capacity", "date", "group", "receiver", "bearer")
"""The facets a norm may fail in, nearest first; `capacity`: it matched, but decided nothing."""

AT_MOST = 5


def nearest(index: Index, scope: Scope, decision: Decision) -> tuple[Near, ...]:
    """At most five norms: those that matched without deciding, then those that fail in exactly one facet."""
    if decision.outcome in ABLE:
        return ()
    found = [
        Near(norm=m.norm, sign=m.sign, facet="capacity", acting_as=m.acting_as, conditions=tuple(sorted(m.conditions)))
        for m in decision.undecided[:AT_MOST]
    ]
    if len(found) < AT_MOST:
        matched = {m.norm.id for m in (*decision.undecided, *decision.reasons, *decision.displaced, *decision.support)}
        others = [n for n in _failing_once(index, scope) if n.norm.id not in matched]
        found += others[: AT_MOST - len(found)]
    return tuple(found)


class _AtHand(NamedTuple):
    """A norm that fails for at most one reason, as far as referrer, receiver and service tell; `far`: by how much."""

    near: Near
    far: tuple[bool, bool, int]


def _failing_once(index: Index, scope: Scope) -> list[Near]:
    """The norms of the covering places that fail in one facet alone, each once, the nearest first."""
    q, on = scope.question, scope.question.on
    once: dict[tuple[str, str], tuple[Near, tuple[int, bool, bool, int, int, str]]] = {}
    for action, (place, _) in product(scope.actions, scope.spoken):
        key = ("near", q.referrer, q.receiver, q.service, action, place)
        for near, far in index.prepared.once(key, _at_hand, index, scope, action, place):
            facet = _failing(index, scope, near)
            if facet:
                days = _days_off(near.norm, on) if facet == "date" else 0
                distance = (FACETS.index(facet), *far, days, near.norm.id)
                once[facet, near.norm.id] = (near._replace(facet=facet), distance)
    return [near for near, _ in sorted(once.values(), key=itemgetter(1))]


def _failing(index: Index, scope: Scope, near: Near) -> str | None:
    """The only facet in which a norm fails; None where it fails in several or none, or elsewhere than in a facet."""
    norm, q = near.norm, scope.question
    failing = [near.facet] if near.facet else []
    if not in_time(norm, q.on):
        failing.append("date")
    if norm.groups and group_condition(index, norm, scope) is None:
        failing.append("group")
    if len(failing) != 1 or is_exception(norm, q):
        return None
    return failing[0] if scope.authorities is None or norm.authority in scope.authorities else None


def _at_hand(index: Index, scope: Scope, action: str, place: str) -> tuple[_AtHand, ...]:
    """The norms on an action in a place that may come near."""
    found: list[_AtHand] = []
    capacities = index.capacities[scope.question.referrer]
    for norm in index.shelf.in_place.get((action, place), ()):
        sign = sign_of(norm)
        if sign is None or (norm.services and norm.services.isdisjoint(scope.services)):
            continue
        other = bool(norm.counterparts) and norm.counterparts.isdisjoint(scope.receivers)
        covered = any(cover_of(index, c, norm) for c in capacities)
        if covered or (not other and _tied(index, scope.question.referrer, norm)):
            facet = "receiver" if other else "" if covered else "bearer"
            related = other and _related(index, scope, norm)
            rank = index.kinds.weight(norm.authority)
            found.append(_AtHand(Near(norm=norm, sign=sign, facet=facet), (not related, sign is Sign.PROHIBITS, -rank)))
    return tuple(found)


def _tied(index: Index, referrer: str, norm: Norm) -> bool:
    """Whether a bearer hangs together with the referrer by kindOf, partOf, worksFor or performs."""
    ups = index.kinds.up_parts
    own = ups[referrer].union(*(ups.get(c.acting_as, ()) for c in index.capacities[referrer]))
    hanging = (k for bearer in norm.bearers for k in (bearer, *index.employers(bearer)))
    return any(not own.isdisjoint(ups.get(kind, ())) for kind in hanging)


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
    key = ("sisters", q.referrer, q.receiver, q.service, q.actions)
    sisters = index.prepared.once(key, _sisters, index, q, q.service)
    return any(outcome_of(index, replace(q, service=s)) in ABLE for s in sisters)


def _sisters(index: Index, q: Question, service: str) -> tuple[str, ...]:
    """The other services of the same kind for which some norm, wherever and whenever, may let the referrer act."""
    kinds = index.kinds
    above = kinds.up[service] - {service}
    alike = (s for s in sorted(kinds.services) if s != service and above and above == kinds.up[s] - {s})
    return tuple(s for s in alike if _might_take(index, q, s))


def _might_take(index: Index, q: Question, service: str) -> bool:
    receivers = {ANYBODY, *index.kinds.up_parts[q.receiver], *index.kinds.up[service]}
    return is_one_of(index, q.referrer, let_act(index, q.actions, receivers))
