"""Norms by what a question asks for: action, counterpart and place first, so that nothing is scanned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.index.places import Places
from kg.index.rows import Ask, ident
from kg.index.statements import Statements, Values
from kg.model.norm import Modality, Norm

ANYBODY = ""
"""The key of norms without a counterpart."""

Norms = tuple[Norm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Every norm, reached by id or by scope.

    `at`: (action, counterpart) → place → norms. `local`: (country, action, counterpart) → bearer → norms of
    places below the country. `in_place`: (action, place) → norms. `beside`: place → norms that are
    shown beside an answer. A norm of several places stands once for each.
    """

    by_id: Mapping[str, Norm]
    at: Mapping[tuple[str, str], Mapping[str, Norms]]
    local: Mapping[tuple[str, str, str], Mapping[str, Norms]]
    in_place: Mapping[tuple[str, str], Norms]
    beside: Mapping[str, Norms]


def read_shelf(ask: Ask, said: Statements, places: Places) -> Shelf:
    """Norms out of their statements, with the authority of their basis."""
    authorities = {ident(basis): ident(authority) for basis, authority in ask("authorities")}
    return shelve(_norms(said, authorities), places)


def shelve(found: Iterable[Norm], places: Places) -> Shelf:
    """Norms put where they are looked for, in the order of their ids whatever order they came in."""
    norms = sorted(found, key=lambda n: (n.id, n.place))
    at: dict[tuple[str, str], dict[str, list[Norm]]] = defaultdict(lambda: defaultdict(list))
    local: dict[tuple[str, str, str], dict[str, list[Norm]]] = defaultdict(lambda: defaultdict(list))
    in_place: dict[tuple[str, str], list[Norm]] = defaultdict(list)
    beside: dict[str, list[Norm]] = defaultdict(list)
    for norm in norms:
        in_place[norm.action, norm.place].append(norm)
        if norm.shown_at:
            beside[norm.place].append(norm)
        country = places.country.get(norm.place, "")
        for counterpart in norm.counterparts or (ANYBODY,):
            at[norm.action, counterpart][norm.place].append(norm)
            if country != norm.place:
                for bearer in norm.bearers:
                    local[country, norm.action, counterpart][bearer].append(norm)
    return Shelf(
        by_id={n.id: n for n in reversed(norms)},
        at={k: {p: tuple(ns) for p, ns in v.items()} for k, v in at.items()},
        local={k: {b: tuple(ns) for b, ns in v.items()} for k, v in local.items()},
        in_place={k: tuple(v) for k, v in in_place.items()},
        beside={k: tuple(v) for k, v in beside.items()},
    )


def _norms(said: Statements, authorities: Mapping[str, str]) -> Iterator[Norm]:
    shared: dict[Values, frozenset[str]] = {}
    for key in said.norms():
        yield from _each_place(key, said, authorities, shared)


def _each_place(
    key: str, said: Statements, authorities: Mapping[str, str], shared: dict[Values, frozenset[str]]
) -> Iterator[Norm]:
    def facet(name: str) -> frozenset[str]:
        values = said.all(key, name)
        return shared.setdefault(values, frozenset(values))

    basis = said.one(key, "basis")
    for place in said.all(key, "place"):
        yield Norm(
            id=key,
            modality=Modality(said.one(key, "type")),
            action=said.one(key, "action"),
            bearers=facet("bearer"),
            counterparts=facet("counterpart"),
            place=place,
            basis=basis,
            authority=authorities.get(basis, ""),
            services=facet("inService"),
            settings=facet("setting"),
            groups=facet("clientGroup"),
            urgencies=facet("urgency"),
            stages=facet("stage"),
            conditions=facet("condition"),
            presuppositions=said.all(key, "presupposes"),
            valid_from=said.day(key, "validFrom"),
            valid_to=said.day(key, "validTo"),
            not_before=said.day(key, "notBefore"),
            attested_on=said.day(key, "attestedOn"),
            last_seen_on=said.day(key, "lastSeenOn"),
            bearer_outside=said.holds(key, "bearerOutside"),
            exclusive=said.holds(key, "exclusive"),
            residual=said.holds(key, "residual"),
            shown_at=said.one(key, "shownAt") or None,
        )
