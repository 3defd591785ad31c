"""Norms by what they say: those that fit all that was asked, by the names that people use."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.decisions.scope import in_time
from kg.index.index import Index
from kg.index.resolve import HOME, parse_day
from kg.model.norm import Modality, Norm

FILTERS = (
    *("modality", "action", "bearer", "counterpart", "service", "group", "stage", "place", "instrument", "holdsOn"),
)
"""What norms can be asked for by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a norm must say; None where anything will do.

    `bearers`, `counterparts`, `services` and `groups` are the asked one with all that it is a kind of: a rule for
    doctors is one for GPs. `places` are the asked one and those that it lies in.
    """

    modality: str | None
    action: str | None
    stage: str | None
    instrument: str | None
    bearers: frozenset[str] | None
    counterparts: frozenset[str] | None
    services: frozenset[str] | None
    groups: frozenset[str] | None
    places: frozenset[str] | None
    on: date | None


def wanted(index: Index, given: Mapping[str, str], today: date) -> Wanted:
    """What was asked for, in ids. Raises `UnknownName`, `AmbiguousName`, `BadInput`."""
    on = parse_day("holdsOn", given["holdsOn"]) if "holdsOn" in given else None
    known = {**index.names.known, "modality": frozenset(m.value for m in Modality)}

    def one(name: str) -> str | None:
        return index.names.find(name, given[name], name, known[name]) if name in given else None

    def kinds(name: str, among: frozenset[str]) -> frozenset[str] | None:
        return index.kinds.up[index.names.find(name, given[name], "kind", among, HOME)] if name in given else None

    every = frozenset(index.kinds.up)
    group = one("group")
    place = index.names.find_place("place", given["place"], on or today)[0] if "place" in given else None
    return Wanted(
        modality=one("modality"),
        action=one("action"),
        stage=one("stage"),
        instrument=one("instrument"),
        bearers=kinds("bearer", every),
        counterparts=kinds("counterpart", every),
        services=kinds("service", index.kinds.services),
        groups=index.kinds.groups[group] if group else None,
        places=frozenset(index.places.covering(place, on or today)) if place else None,
        on=on,
    )


def norms(index: Index, sought: Wanted) -> list[str]:
    """The ids of the norms that fit, in order; a norm of several places fits by any of them."""
    if sought.places is None:
        found = [n for n in index.shelf.by_id.values() if _fits(index, n, sought)]
    else:
        there = (ns for (_, place), ns in index.shelf.in_place.items() if place in sought.places)
        found = [n for ns in there for n in ns if _fits(index, n, sought)]
    return sorted({n.id for n in found})


def _fits(index: Index, norm: Norm, sought: Wanted) -> bool:
    named = (
        (sought.bearers, norm.bearers),
        (sought.counterparts, norm.counterparts),
        (sought.services, norm.services),
        (sought.groups, norm.groups),
    )
    return (
        sought.modality in {None, norm.modality.value}
        and sought.action in {None, norm.action}
        and (sought.stage is None or sought.stage in norm.stages)
        and all(kinds is None or not kinds.isdisjoint(own) for kinds, own in named)
        and (sought.instrument is None or sought.instrument in _instruments(index, norm))
        and (sought.on is None or in_time(norm, sought.on))
    )


def _instruments(index: Index, norm: Norm) -> set[str]:
    """What the basis stands in, whatever its number was, and what else the norm cites."""
    bases = (norm.basis, *index.sources.also_cites.get(norm.id, ()))
    return {version.source for basis in bases for version in index.sources.versions.get(basis, ())}
