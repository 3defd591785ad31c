"""The units of trusts as a register lists them, by the catchment area that the trust answers for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from kg.index.kinds import Kinds
from kg.index.labels import Labels
from kg.index.rows import Ask, day, ident, text
from kg.model.decision import Unit

_by_name = attrgetter("name", "id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listings:
    """Units by area and by all that they are a kind of; and for each kind those whose units are listed beside it."""

    units_of: Mapping[tuple[str, str], frozenset[Unit]]
    beside: Mapping[str, frozenset[str]]

    def units(self, receiver: str, areas: Collection[str]) -> tuple[Unit, ...]:
        """The listed units of the receiver's kind in these areas, then those listed beside it, each by name."""
        own = self._units((receiver,), areas)
        others = self._units(self.beside.get(receiver, ()), areas)
        return (*sorted(own, key=_by_name), *sorted(others - own, key=_by_name))

    def _units(self, kinds: Iterable[str], areas: Collection[str]) -> set[Unit]:
        return {unit for kind in kinds for area in areas for unit in self.units_of.get((area, kind), ())}


def read_listings(ask: Ask, labels: Labels, kinds: Kinds) -> Listings:
    """Units from the graph: one query."""
    found: dict[tuple[str, str], list[Unit]] = defaultdict(list)
    for unit, areas in _units(ask, labels):
        for up in {up for kind in unit.kinds for up in kinds.up.get(kind, ())}:
            for area in areas:
                found[area, up].append(unit)
    beside: dict[str, set[str]] = defaultdict(set)
    for kind, others in kinds.listed_beside.items():
        for other in others:
            beside[other].add(kind)
    return Listings(
        units_of={key: frozenset(units) for key, units in found.items()},
        beside={kind: frozenset(kinds) for kind, kinds in beside.items()},
    )


def _units(ask: Ask, labels: Labels) -> Iterator[tuple[Unit, set[str]]]:
    """Each unit with its areas."""
    kinds_of: dict[str, set[str]] = defaultdict(set)
    areas: dict[str, set[str]] = defaultdict(set)
    rows = {}
    for unit, kind, trust, area, number, listed in ask("units"):
        key = ident(unit)
        kinds_of[key].add(ident(kind))
        areas[key].add(ident(area))
        rows[key] = (ident(trust), text(number), day(listed))
    for key, (held_by, numbered, listed_on) in rows.items():
        found = Unit(
            id=key,
            name=labels.of("unit", key, "nb"),
            organisation_number=numbered,
            kinds=tuple(sorted(kinds_of[key])),
            trust=held_by,
            listed_on=listed_on,
        )
        yield found, areas[key]
