"""The norms that can match for a referrer towards a receiver, put ready once a pair and place (decisions.md, "Who").

What a question says beside its actors (day, group, sources, urgency …) is looked at when it is asked: `matching`.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, product

from kg.decisions.cover import closes, cover_of, covers_of, sign_of
from kg.decisions.scope import NONE, Conditions, Scope, norms_at
from kg.index.capacities import Capacity
from kg.index.index import Index
from kg.model.decision import Match, Sign
from kg.model.made_condition import IN_PLACE
from kg.model.norm import Norm

LOCAL_SHOWN = 50
"""How many norms of places inside the asked one are looked at, in the order of their ids."""

Ready = tuple[Match, ...]
"""Matches of one capacity, with the conditions that hold for any question of the pair."""

Heard = list[tuple[Conditions, tuple[Ready, ...]]]
"""For each covering place with norms, what it leaves open, and what is ready for each capacity of the referrer."""


def heard(index: Index, scope: Scope, referrer: str) -> Heard:
    """What the covering places say of a referrer towards the receiver, the narrowest place first."""
    q, prepared = scope.question, index.prepared
    return [
        (of_place, prepared.once((referrer, q.receiver, q.service, scope.actions, p), _at, index, scope, referrer, p))
        for p, of_place in scope.spoken
    ]


def of_capacity(found: Heard, number: int) -> Iterable[tuple[Match, Conditions]]:
    """What was heard for one of the capacities, in their order; a norm of several places by the narrowest alone."""
    if len(found) == 1:
        of_place, own = found[0]
        return [(match, of_place) for match in own[number]]
    once: dict[str, tuple[Match, Conditions]] = {}
    for of_place, own in found:
        for match in own[number]:
            once.setdefault(match.norm.id, (match, of_place))
    return once.values()


def heard_inside(index: Index, scope: Scope, referrer: str) -> tuple[Ready, ...]:
    """The same of places inside the asked one, for each capacity at most LOCAL_SHOWN, each open on its place."""
    q = scope.question
    if q.place not in index.places.holds_others:
        return ()
    key = ("inside", referrer, q.receiver, q.service, scope.actions, q.place)
    return index.prepared.once(key, _inside, index, scope, referrer)


def _at(index: Index, scope: Scope, referrer: str, place: str) -> tuple[Ready, ...]:
    norms = norms_at(index, scope, place)
    return tuple(tuple(_all_ready(index, scope, c, norms)) for c in index.capacities[referrer])


def _inside(index: Index, scope: Scope, referrer: str) -> tuple[Ready, ...]:
    return tuple(
        tuple(_all_ready(index, scope, c, _local_norms(index, scope, c), local=True))
        for c in index.capacities[referrer]
    )


def _local_norms(index: Index, scope: Scope, capacity: Capacity) -> list[Norm]:
    """The norms of places inside the asked one that cover the capacity, in the order of their ids."""
    q, places, covers = scope.question, index.places, covers_of(index, capacity, scope.question.action)
    country = places.country.get(q.place, "")
    whole = q.place == country
    norms: dict[tuple[str, str], Norm] = {}
    for action, receiver in product(scope.actions, scope.receivers):
        by_bearer = index.shelf.local.get((country, action, receiver), {})
        for found in (by_bearer[bearer] for bearer in by_bearer.keys() & covers.keys()):
            inside = found if whole else (n for n in found if places.inside(q.place, n.place))
            norms.update(((n.id, n.place), n) for n in islice(inside, LOCAL_SHOWN))
    return [norms[key] for key in sorted(norms)[:LOCAL_SHOWN]]


def _all_ready(
    index: Index, scope: Scope, capacity: Capacity, norms: Iterable[Norm], *, local: bool = False
) -> Iterator[Match]:
    for norm in norms:
        match = ready(index, scope, capacity, norm, local=local)
        if match:
            yield match


def ready(index: Index, scope: Scope, capacity: Capacity, norm: Norm, *, local: bool = False) -> Match | None:
    """The norm as it matches for the capacity: itself, or by what it implies for all whom it does not name."""
    cover = cover_of(index, capacity, norm)
    if cover is None:
        return _implied(capacity, norm, local) if norm.exclusive and closes(index, norm) else None
    sign = sign_of(norm)
    if sign is None or (cover.permits_only and sign is Sign.PROHIBITS):
        return None
    national = norm.residual and index.places.sort.get(norm.place) == "Country"
    return Match(
        norm=norm,
        sign=sign,
        acting_as=capacity.acting_as,
        conditions=norm.conditions | cover.conditions | frozenset(_asked_of(scope, capacity, norm, national, local)),
        presuppositions=cover.presuppositions + norm.presuppositions,
        local=local,
        lifts=not (norm.residual if local else national),
    )


def _asked_of(scope: Scope, capacity: Capacity, norm: Norm, national: bool, local: bool) -> Iterator[str]:
    """The conditions that come of what the norm is."""
    if norm.bearer_outside and not capacity.services.isdisjoint(scope.services):
        yield "works-at-another-hospital"
    if norm.residual and not national:
        yield "listed-as-entitled"
    if local:
        yield IN_PLACE.of(norm.place)


def _implied(capacity: Capacity, norm: Norm, local: bool) -> Match:
    return Match(
        norm=norm,
        sign=Sign.PROHIBITS,
        acting_as=capacity.acting_as,
        conditions=norm.conditions | ({IN_PLACE.of(norm.place)} if local else NONE),
        implied=True,
        local=local,
        lifts=not (local and norm.residual),
    )
