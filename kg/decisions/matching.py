"""Which norms match a question for one capacity of the referrer (decisions.md, "Who", "Only", "Implied")."""

from collections.abc import Mapping
from itertools import islice, product

from kg.decisions.scope import NONE, Candidates, Conditions, Scope, is_exception, speaks
from kg.index.capacities import FIRM, Capacity, Cover
from kg.index.index import Index
from kg.model.decision import Match, Sign
from kg.model.made_condition import IN_PLACE
from kg.model.norm import GRANTING, Modality, Norm

LOCAL_SHOWN = 50
"""How many norms of places inside the asked one are looked at, in the order of their ids."""

Matches = list[Match]


def matches(index: Index, scope: Scope, capacity: Capacity, norms: Candidates) -> tuple[Matches, Matches]:
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
        match = _match(index, scope, capacity, norm, cover, conditions)
        if match is None:
            continue
        if not is_exception(norm, scope.question):
            fitting.append(match)
        elif not match.implied:
            exceptions.append(match)
    return fitting, exceptions


def local_matches(index: Index, scope: Scope, capacity: Capacity) -> Matches:
    """The norms of places inside the asked one, each open on its place; at most LOCAL_SHOWN."""
    q, places = scope.question, index.places
    if q.place not in places.holds_others:
        return []
    country = places.country.get(q.place, "")
    covers = _covers(index, capacity, q.action)
    whole = q.place == country
    norms: dict[tuple[str, str], Norm] = {}
    for action, receiver in product(q.actions, scope.receivers):
        by_bearer = index.shelf.local.get((country, action, receiver))
        if by_bearer is None:
            continue
        for bearer in by_bearer.keys() & covers.keys():
            inside = (n for n in by_bearer[bearer] if whole or places.inside(q.place, n.place))
            norms.update(((n.id, n.place), n) for n in islice(inside, LOCAL_SHOWN))
    locally = [(norms[key], frozenset({IN_PLACE.of(key[1])})) for key in sorted(norms)[:LOCAL_SHOWN]]
    fitting, _ = matches(index, scope, capacity, locally)
    return [m._replace(local=True, lifts=not m.norm.residual) for m in fitting]


def might_be_let(index: Index, scope: Scope, referrer: str) -> bool:
    """Whether some norm, wherever and whenever, lets the referrer act towards this receiver: without one, none does."""
    granted = index.shelf.granted
    bearers = [granted[key] for key in product(scope.question.actions, scope.receivers) if key in granted]
    return any(not c.covers.keys().isdisjoint(b) for c in index.capacities.get(referrer, ()) for b in bearers)


def _match(
    index: Index, scope: Scope, capacity: Capacity, norm: Norm, cover: Cover | None, conditions: Conditions
) -> Match | None:
    if cover is None:
        return _implied(scope, capacity, norm, conditions)
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
        lifts=not national,
    )


def _implied(scope: Scope, capacity: Capacity, norm: Norm, conditions: Conditions) -> Match:
    opened = conditions - scope.question.holds
    return Match(norm=norm, sign=Sign.PROHIBITS, acting_as=capacity.acting_as, conditions=opened, implied=True)


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
