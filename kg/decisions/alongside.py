"""Norms that hang on a referral, whatever it comes to: duties of the referrer and the receiver, and where they send."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kg.decisions.scope import Scope, in_time
from kg.index.index import Index
from kg.model.decision import MOMENTS
from kg.model.norm import Norm


class _Hanging(NamedTuple):
    """Norms of one place, in the order in which they are shown; from `since` to `until` all of them hold."""

    norms: tuple[Norm, ...]
    since: date
    until: date
    of_groups: bool


def alongside(index: Index, scope: Scope) -> tuple[Norm, ...]:
    """Norms whose bearer is the referrer or the receiver, in the order of the moments in which they matter."""
    found = list(_by_place(index, scope))
    if len(found) == 1:
        return found[0]
    return tuple(sorted({norm.id: norm for norms in found for norm in norms}.values(), key=_moment))


def _by_place(index: Index, scope: Scope) -> Iterator[tuple[Norm, ...]]:
    """The norms of each covering place that hold on the day; those for another group than asked do not count."""
    q, beside = scope.question, index.shelf.beside
    for place in scope.covering:
        if place in beside:
            key = ("beside", q.referrer, q.receiver, q.service, place)
            hanging = index.prepared.once(key, _hanging, index, scope, beside[place])
            if hanging.since <= q.on <= hanging.until and not (hanging.of_groups and q.group):
                norms = hanging.norms
            else:
                norms = tuple(n for n in hanging.norms if in_time(n, q.on) and not _is_of_another_group(n, scope))
            if norms:
                yield norms


def _is_of_another_group(norm: Norm, scope: Scope) -> bool:
    return bool(norm.groups and scope.question.group) and norm.groups.isdisjoint(scope.groups)


def _hanging(index: Index, scope: Scope, norms: Iterable[Norm]) -> _Hanging:
    """Those that hang on a referral from this referrer to this receiver for this service, whatever else is asked."""
    q, services = scope.question, scope.services
    referring, receiving = _side(index, q.referrer), _side(index, q.receiver) | services
    hanging = [n for n in norms if _hangs_on(referring, receiving, n, scope)]
    fitting = [n for n in hanging if not n.services or not n.services.isdisjoint(services)]
    return _Hanging(
        norms=tuple(sorted(fitting, key=_moment)),
        since=max((d for n in fitting for d in (n.valid_from, n.not_before) if d), default=date.min),
        until=min((n.valid_to for n in fitting if n.valid_to), default=date.max),
        of_groups=any(n.groups for n in fitting),
    )


def _moment(norm: Norm) -> tuple[int, str]:
    """Where a norm stands among those that hang on a referral."""
    return (MOMENTS.index(norm.shown_at or ""), norm.id)


def _hangs_on(referring: frozenset[str], receiving: frozenset[str], norm: Norm, scope: Scope) -> bool:
    """Whether a norm is borne by one side and, where it says towards whom, turned to the other."""
    towards = norm.counterparts
    if not norm.bearers.isdisjoint(receiving):
        return not towards or not towards.isdisjoint(referring) or not towards.isdisjoint(scope.services)
    if not norm.bearers.isdisjoint(referring):
        return not towards or not towards.isdisjoint(receiving)
    return norm.shown_at == "urgent"


def _side(index: Index, actor: str) -> frozenset[str]:
    """An actor, what it is a kind or part of, and whom it acts for."""
    ups = index.kinds.up_parts
    return ups.get(actor, frozenset()).union(*(ups.get(c.acting_as, ()) for c in index.capacities.get(actor, ())))
