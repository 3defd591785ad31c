"""Norms by what a question asks for: action, counterpart and place first, so that nothing is scanned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.index.places import Places
from kg.index.rows import Ask, day, ident, text, truth
from kg.model.norm import Modality, Norm
from kg.store.port import Row

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


def read_shelf(ask: Ask, places: Places) -> Shelf:
    """Norms from the graph: one query for what they have several of, one for the rest."""
    return shelve(_norms(ask), places)


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


def read_facets(ask: Ask) -> dict[str, dict[str, list[str]]]:
    """What norms have several of: property → norm → values, sorted."""
    facets: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for norm, prop, value in ask("norm_facets"):
        facets[text(prop).rpartition("#")[2]][ident(norm)].append(ident(value) or text(value))
    return {name: {n: sorted(v) for n, v in by_norm.items()} for name, by_norm in facets.items()}


def _norms(ask: Ask) -> Iterator[Norm]:
    shared: dict[frozenset[str], frozenset[str]] = {}
    facets = {
        name: {n: shared.setdefault(f, f) for n, v in by_norm.items() for f in (frozenset(v),)}
        for name, by_norm in read_facets(ask).items()
    }
    for row in ask("norms"):
        yield _norm(row, facets)


def _norm(row: Row, facets: Mapping[str, Mapping[str, frozenset[str]]]) -> Norm:
    norm, modality, action, place, basis, authority, _content, _date, *rest = row
    first, last, floor, attested, seen, outside, exclusive, residual, moment = rest
    key = ident(norm)
    none: frozenset[str] = frozenset()

    def facet(name: str) -> frozenset[str]:
        return facets.get(name, {}).get(key, none)

    return Norm(
        id=key,
        modality=Modality(text(modality).rpartition("#")[2].lower()),
        action=ident(action),
        bearers=facet("bearer"),
        counterparts=facet("counterpart"),
        place=ident(place),
        basis=ident(basis),
        authority=ident(authority),
        services=facet("inService"),
        settings=facet("setting"),
        groups=facet("clientGroup"),
        urgencies=facet("urgency"),
        stages=facet("stage"),
        conditions=facet("condition"),
        presuppositions=tuple(sorted(facet("presupposes"))),
        valid_from=day(first),
        valid_to=day(last),
        not_before=day(floor),
        attested_on=day(attested),
        last_seen_on=day(seen),
        bearer_outside=truth(outside),
        exclusive=truth(exclusive),
        residual=truth(residual),
        shown_at=ident(moment) or None,
    )
