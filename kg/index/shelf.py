"""Norms by what a question asks for: action, counterpart and place first, so that nothing is scanned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.index.places import Places
from kg.index.statements import ByIdent, Statements, Values, day, first
from kg.model.norm import GRANTING, Modality, Norm

ANYBODY = ""
"""The key of norms without a counterpart."""

Norms = tuple[Norm, ...]
TRUE = frozenset({"true", "1"})
_FACETS = ("bearer", "counterpart", "inService", "setting", "clientGroup", "urgency", "stage", "condition")
_DAYS = ("validFrom", "validTo", "notBefore", "attestedOn", "lastSeenOn")
_SINGLE = ("type", "action", "basis", "place", "presupposes", "bearerOutside", "exclusive", "residual", "shownAt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every norm, reached by id or by scope.

    `at`: (action, counterpart) → place → norms. `local`: (country, action, counterpart) → bearer → norms of
    places below the country. `in_place`: (action, place) → norms. `beside`: place → norms that are
    shown beside an answer. A norm of several places stands once for each.
    `granted`: (action, counterpart) → the bearers that some norm, wherever and whenever, lets act.
    """

    by_id: Mapping[str, Norm]
    at: Mapping[tuple[str, str], Mapping[str, Norms]]
    local: Mapping[tuple[str, str, str], Mapping[str, Norms]]
    in_place: Mapping[tuple[str, str], Norms]
    beside: Mapping[str, Norms]
    granted: Mapping[tuple[str, str], frozenset[str]]


def read_shelf(said: Statements, places: Places) -> Shelf:
    """Norms out of their statements, with the authority of their basis."""
    return shelve(_norms(said), places)


def shelve(found: Iterable[Norm], places: Places) -> Shelf:
    """Norms put where they are looked for, in the order of their ids whatever order they came in."""
    norms = sorted(found, key=lambda n: (n.id, n.place))
    at: dict[tuple[str, str], dict[str, list[Norm]]] = defaultdict(lambda: defaultdict(list))
    local: dict[tuple[str, str, str], dict[str, list[Norm]]] = defaultdict(lambda: defaultdict(list))
    in_place: dict[tuple[str, str], list[Norm]] = defaultdict(list)
    beside: dict[str, list[Norm]] = defaultdict(list)
    granted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for norm in norms:
        in_place[norm.action, norm.place].append(norm)
        if norm.shown_at:
            beside[norm.place].append(norm)
        country = places.country.get(norm.place, "")
        for counterpart in norm.counterparts or (ANYBODY,):
            at[norm.action, counterpart][norm.place].append(norm)
            if norm.modality in GRANTING:
                granted[norm.action, counterpart] |= norm.bearers
            if country != norm.place:
                for bearer in norm.bearers:
                    local[country, norm.action, counterpart][bearer].append(norm)
    return Shelf(
        by_id={n.id: n for n in reversed(norms)},
        at={k: {p: tuple(ns) for p, ns in v.items()} for k, v in at.items()},
        local={k: {b: tuple(ns) for b, ns in v.items()} for k, v in local.items()},
        in_place={k: tuple(v) for k, v in in_place.items()},
        beside={k: tuple(v) for k, v in beside.items()},
        granted={k: frozenset(v) for k, v in granted.items()},
    )


def _norms(said: Statements) -> Iterator[Norm]:
    """Whatever has a modality and a basis, once for each place."""
    of = {name: said.of("norm", name) for name in (*_FACETS, *_DAYS, *_SINGLE)}
    authorities = {b: a for _, by_basis in said.anywhere("authority") for b, (a, *_) in by_basis.items()}
    shared: dict[Values, frozenset[str]] = {}
    for ident, (basis, *_) in of["basis"].items():
        if ident in of["type"]:
            facets = (of[name].get(ident, ()) for name in _FACETS)
            sets = [shared.get(v) or shared.setdefault(v, frozenset(v)) for v in facets]
            days = [day(of[name], ident) if ident in of[name] else None for name in _DAYS]
            for place in of["place"].get(ident, ()):
                yield _norm(ident, place, basis, authorities.get(basis, ""), sets, days, of)


def _norm(
    ident: str,
    place: str,
    basis: str,
    authority: str,
    facets: list[frozenset[str]],
    days: list[date | None],
    of: Mapping[str, ByIdent],
) -> Norm:
    bearers, counterparts, services, settings, groups, urgencies, stages, conditions = facets
    valid_from, valid_to, not_before, attested_on, last_seen_on = days
    return Norm(
        id=ident,
        modality=Modality(first(of["type"], ident)),
        action=first(of["action"], ident),
        bearers=bearers,
        counterparts=counterparts,
        place=place,
        basis=basis,
        authority=authority,
        services=services,
        settings=settings,
        groups=groups,
        urgencies=urgencies,
        stages=stages,
        conditions=conditions,
        presuppositions=of["presupposes"].get(ident, ()),
        valid_from=valid_from,
        valid_to=valid_to,
        not_before=not_before,
        attested_on=attested_on,
        last_seen_on=last_seen_on,
        bearer_outside=first(of["bearerOutside"], ident) in TRUE,
        exclusive=first(of["exclusive"], ident) in TRUE,
        residual=first(of["residual"], ident) in TRUE,
        shown_at=first(of["shownAt"], ident) or None,
    )
