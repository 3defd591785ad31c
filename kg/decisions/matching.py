"""Which norms match a question for one capacity of the referrer (decisions.md, "Who", "Only", "Implied")."""

from collections.abc import Iterable, Mapping
from itertools import islice, product
from typing import NamedTuple

from kg.decisions.scope import NONE, Candidates, Conditions, Scope, candidates, is_exception, speaks
from kg.index.capacities import FIRM, Capacity, Cover
from kg.index.index import Index
from kg.index.shelf import Norms
from kg.model.decision import Match, Sign
from kg.model.made_condition import IN_PLACE
from kg.model.norm import GRANTING, Modality, Norm

LOCAL_SHOWN = 50
"""How many norms of places inside the asked one are looked at, in the order of their ids."""

Matches = list[Match]


class Heard(NamedTuple):
    """The norms on an action and receiver, whoever asks: of the covering places, and by bearer of places inside."""

    norms: Candidates
    local: Mapping[str, list[Norms]]


def heard(index: Index, scope: Scope) -> Heard:
    """What has to be looked through for a question, found once for all who ask it."""
    return Heard(candidates(index, scope), _local(index, scope))


def matches(
    index: Index, scope: Scope, capacity: Capacity, norms: Candidates, *, local: bool = False
) -> tuple[Matches, Matches]:
    """The norms that match for the capacity, each with its sign and open conditions; a residual one with its phrase.

    Those for another urgency, setting or stage come apart; what these would imply for others is left out.
    """
    fitting: Matches = []
    exceptions: Matches = []
    bearers = capacity.covers.keys()
    for norm, of_place in norms:
        cover = None if bearers.isdisjoint(norm.bearers) else cover_of(index, capacity, norm)
        if cover is None and not (norm.exclusive and _closes(index, norm)):
            continue
        conditions = speaks(index, norm, scope)
        if conditions is None:
            continue
        if of_place:
            conditions |= of_place
        match = _match(index, scope, capacity, norm, cover, conditions, local)
        if match is None:
            continue
        if not is_exception(norm, scope.question):
            fitting.append(match)
        elif not match.implied:
            exceptions.append(match)
    return fitting, exceptions


def local_matches(index: Index, scope: Scope, capacity: Capacity, local: Mapping[str, list[Norms]]) -> Matches:
    """The norms of places inside the asked one, each open on its place; at most LOCAL_SHOWN."""
    q, places = scope.question, index.places
    bearers = local.keys() & _covers(index, capacity, q.action).keys()
    if not bearers:
        return []
    whole = q.place == places.country.get(q.place)
    norms: dict[tuple[str, str], Norm] = {}
    for found in (norms_of for bearer in bearers for norms_of in local[bearer]):
        inside = found if whole else (n for n in found if places.inside(q.place, n.place))
        norms.update(((n.id, n.place), n) for n in islice(inside, LOCAL_SHOWN))
    nearest = [(norms[key], frozenset({IN_PLACE.of(key[1])})) for key in sorted(norms)[:LOCAL_SHOWN]]
    return matches(index, scope, capacity, nearest, local=True)[0]


def _local(index: Index, scope: Scope) -> dict[str, list[Norms]]:
    """Bearer → the norms of the whole country below it, once for each receiver that they are about."""
    q, places = scope.question, index.places
    found: dict[str, list[Norms]] = {}
    if q.place in places.holds_others:
        country = places.country.get(q.place, "")
        for action, receiver in product(q.actions, scope.receivers):
            for bearer, norms in index.shelf.local.get((country, action, receiver), {}).items():
                found.setdefault(bearer, []).append(norms)
    return found


def let_act(index: Index, actions: Iterable[str], receivers: Iterable[str]) -> frozenset[str]:
    """The bearers that some norm, wherever and whenever, lets act towards any of these: who is none of them may not."""
    granted = index.shelf.granted
    return NONE.union(*(granted[key] for key in product(actions, receivers) if key in granted))


def is_one_of(index: Index, referrer: str, bearers: frozenset[str]) -> bool:
    """Whether some capacity of the referrer is covered by one of these bearers, on whatever conditions."""
    return any(not capacity.covers.keys().isdisjoint(bearers) for capacity in index.capacities.get(referrer, ()))


def _match(
    index: Index,
    scope: Scope,
    capacity: Capacity,
    norm: Norm,
    cover: Cover | None,
    conditions: Conditions,
    local: bool,
) -> Match | None:
    if cover is None:
        return _implied(scope, capacity, norm, conditions, local)
    sign = sign_of(norm)
    if sign is None or (cover.permits_only and sign is Sign.PROHIBITS):
        return None
    if norm.bearer_outside and not capacity.services.isdisjoint(scope.services):
        conditions |= {"works-at-another-hospital"}
    national = norm.residual and index.places.sort.get(norm.place) == "Country"
    if norm.residual and not national:
        conditions |= {"listed-as-entitled"}
    if cover.conditions:
        conditions |= cover.conditions
    return Match(
        norm=norm,
        sign=sign,
        acting_as=capacity.acting_as,
        conditions=conditions - scope.question.holds if conditions else NONE,
        presuppositions=cover.presuppositions + norm.presuppositions if cover.presuppositions else norm.presuppositions,
        local=local,
        lifts=not (norm.residual if local else national),
    )


def _implied(scope: Scope, capacity: Capacity, norm: Norm, conditions: Conditions, local: bool) -> Match:
    return Match(
        norm=norm,
        sign=Sign.PROHIBITS,
        acting_as=capacity.acting_as,
        conditions=conditions - scope.question.holds,
        implied=True,
        local=local,
        lifts=not (local and norm.residual),
    )


def _closes(index: Index, norm: Norm) -> bool:
    """Whether an exclusive norm forbids all whom it does not match: a permission, where its authority can close."""
    return norm.modality is Modality.PERMISSION and norm.authority in index.kinds.closing


def sign_of(norm: Norm) -> Sign | None:
    """Which way a norm points, once its bearer is covered; None for one that neither permits nor forbids."""
    if norm.modality in GRANTING:
        return Sign.PERMITS
    return Sign.PROHIBITS if norm.modality is Modality.PROHIBITION else None


def cover_of(index: Index, capacity: Capacity, norm: Norm) -> Cover | None:
    """How the capacity is covered by the norm's bearers: by the one that asks least, or by none.

    A duty to do what a person signs for gives no right to a body: there only roles count.
    """
    covers = _covers(index, capacity, norm.action)
    roles_only = norm.modality is Modality.DUTY and norm.action in index.kinds.signed_by_person
    found: Cover | None = None
    for bearer in norm.bearers:
        cover = covers.get(bearer)
        if cover is None or (roles_only and bearer not in index.kinds.roles):
            continue
        if cover is FIRM:
            return cover
        if found is None or _asks(cover) < _asks(found):
            found = cover
    return found


def _asks(cover: Cover) -> tuple[int, list[str], tuple[str, ...]]:
    return (len(cover.conditions), sorted(cover.conditions), cover.presuppositions)


def _covers(index: Index, capacity: Capacity, action: str) -> Mapping[str, Cover]:
    return capacity.covers if action in index.kinds.passes_to_parts else capacity.covers_whole
