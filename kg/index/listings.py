"""The units of trusts as a register lists them, by the catchment area that the trust answers for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.index.kinds import Kinds
from kg.index.labels import Labels
from kg.index.rows import Ask, day, ident, text
from kg.model.decision import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Listings:
    """Units by area, sorted by name."""

    by_area: Mapping[str, tuple[Unit, ...]]

    def units(self, kinds: Kinds, receiver: str, areas: Iterable[str]) -> tuple[Unit, ...]:
        """The listed units that are of the receiver's kind, or listed beside it, in these areas."""
        wanted = {k for k, beside in kinds.listed_beside.items() if receiver in beside} | {receiver}
        found = [u for a in areas for u in self.by_area.get(a, ()) if _is(kinds, u, wanted)]
        return tuple(sorted(set(found), key=lambda u: (receiver not in _ups(kinds, u), u.name)))


def _ups(kinds: Kinds, unit: Unit) -> set[str]:
    return {up for kind in unit.kinds for up in kinds.up.get(kind, ())}


def _is(kinds: Kinds, unit: Unit, wanted: set[str]) -> bool:
    return not wanted.isdisjoint(_ups(kinds, unit))


def read_listings(ask: Ask, labels: Labels) -> Listings:
    """Units from the graph: one query."""
    kinds_of: dict[str, set[str]] = defaultdict(set)
    areas: dict[str, set[str]] = defaultdict(set)
    rows = {}
    for unit, kind, trust, area, number, listed in ask("units"):
        key = ident(unit)
        kinds_of[key].add(ident(kind))
        areas[ident(area)].add(key)
        rows[key] = (ident(trust), text(number), day(listed))
    units = {
        key: Unit(
            id=key,
            name=labels.of("unit", key, "nb"),
            organisation_number=number,
            kinds=tuple(sorted(kinds_of[key])),
            trust=trust,
            listed_on=listed,
        )
        for key, (trust, number, listed) in rows.items()
    }
    return Listings(by_area={a: tuple(sorted((units[k] for k in ks), key=lambda u: u.name)) for a, ks in areas.items()})
