"""Which norms match a question for one capacity of the referrer (decisions.md, "Who", "Only", "Implied")."""

from collections.abc import Iterable, Mapping
from itertools import islice, product

from kg.decisions.scope import Conditions, Scope, candidates, is_exception, speaks
from kg.index.capacities import FIRM, Capacity, Cover
from kg.index.index import Index
from kg.model.decision import Match, Sign
from kg.model.made_condition import IN_PLACE
from kg.model.norm import Modality, Norm

LOCAL_SHOWN = 50
"""How many norms of places inside the asked one are looked at, in the order of their ids."""

Spoken = list[tuple[Norm, Conditions]]


def spoken(index: Index, scope: Scope) -> tuple[Spoken, Spoken]:
    """The norms of covering places that speak of the question, and those for another urgency, setting or stage."""
    fitting: Spoken = []
    exceptions: Spoken = []
    for norm, of_place in candidates(index, scope):
        conditions = speaks(index, norm, scope)
        if conditions is not None:
            (exceptions if is_exception(norm, scope.question) else fitting).append(
                (norm, conditions | of_place if of_place else conditions)
            )
    return fitting, exceptions


def matches(index: Index, scope: Scope, capacity: Capacity, norms: Iterable[tuple[Norm, Conditions]]) -> list[Match]:
    """The norms that match for the capacity, each with its sign and open conditions; a residual one with its phrase."""
    found = []
    for norm, conditions in norms:
        match = _match(index, scope, capacity, norm, conditions)
        if match is not None:
            found.append(match)
    return found


def local_matches(index: Index, scope: Scope, capacity: Capacity) -> list[Match]:
    """The norms of places inside the asked one, each open on its place; at most LOCAL_SHOWN."""
    q, places = scope.question, index.places
    if q.place not in places.holds_others:
        return []
    country = places.country.get(q.place, "")
    covers = _covers(index, capacity, q.action)
    whole = q.place == country
    norms: dict[tuple[str, str], Norm] = {}
    for action, receiver in product(q.actions, scope.receivers):
        by_bearer = index.shelf.local.get((country, action, receiver), {})
        for bearer in by_bearer.keys() & covers.keys():
            inside = (n for n in by_bearer[bearer] if whole or places.inside(q.place, n.place))
            norms.update(((n.id, n.place), n) for n in islice(inside, LOCAL_SHOWN))
    spoken_locally = []
    for _, norm in sorted(norms.items())[:LOCAL_SHOWN]:
        conditions = speaks(index, norm, scope)
        if conditions is not None and not is_exception(norm, q):
            spoken_locally.append((norm, conditions | {IN_PLACE.of(norm.place)}))
    return [m._replace(local=True, lifts=not m.norm.residual) for m in matches(index, scope, capacity, spoken_locally)]


def _match(index: Index, scope: Scope, capacity: Capacity, norm: Norm, conditions: Conditions) -> Match | None:
    cover = cover_of(index, capacity, norm)
    if cover is None:
        return _implied(index, scope, capacity, norm, conditions)
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
        conditions=conditions - scope.question.holds if conditions else conditions,
        presuppositions=cover.presuppositions + norm.presuppositions if cover.presuppositions else norm.presuppositions,
        lifts=not national,
    )


def _implied(index: Index, scope: Scope, capacity: Capacity, norm: Norm, conditions: Conditions) -> Match | None:
    """What an exclusive permission implies for everybody whom it does not match, where its authority can close."""
    if not norm.exclusive or norm.authority not in index.kinds.closing or norm.modality is not Modality.PERMISSION:
        return None
    opened = conditions - scope.question.holds
    return Match(norm=norm, sign=Sign.PROHIBITS, acting_as=capacity.acting_as, conditions=opened, implied=True)


def sign_of(norm: Norm) -> Sign | None:
    """Which way a norm points, once its bearer is covered; None for one that neither permits nor forbids."""
    match norm.modality:
        case Modality.PERMISSION | Modality.DUTY | Modality.MANDATE:
            return Sign.PERMITS
        case Modality.PROHIBITION:
            return Sign.PROHIBITS
        case _:
            return None


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
