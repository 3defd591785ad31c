"""In which capacities somebody acts, and which bearers each capacity covers (decisions.md, "Who")."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.index.kinds import Kinds
from kg.model.made_condition import ACTS_AS, IS_A

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cover:
    """How a capacity is covered by a bearer: `conditions` make it open, `presuppositions` are shown.

    `permits_only`: what a part or a narrower kind may do never forbids anything to the whole.
    """

    conditions: frozenset[str] = _NONE
    presuppositions: tuple[str, ...] = ()
    permits_only: bool = False


FIRM = Cover()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """Somebody acting as a role or for a unit; `covers` maps bearers, `covers_whole` for actions that parts cannot do.

    `services`: the services, closed upwards, of the units that the capacity belongs to.
    """

    acting_as: str
    covers: Mapping[str, Cover]
    covers_whole: Mapping[str, Cover]
    services: frozenset[str]


def capacities(kinds: Kinds) -> dict[str, tuple[Capacity, ...]]:
    """The capacities of every role and unit."""
    return {kind: capacities_of(kinds, kind) for kind in (*kinds.units, *kinds.roles)}


def capacities_of(kinds: Kinds, kind: str) -> tuple[Capacity, ...]:
    """The capacities of a role or unit."""
    return (_unit(kinds, kind, asked=True),) if kind in kinds.units else tuple(_role(kinds, kind))


def staff(capacities: Mapping[str, tuple[Capacity, ...]]) -> dict[str, tuple[str, ...]]:
    """Unit → the roles that act for it, by name."""
    found: dict[str, list[str]] = defaultdict(list)
    for actor, own in sorted(capacities.items()):
        for capacity in own:
            if capacity.acting_as != actor:
                found[capacity.acting_as].append(actor)
    return {unit: tuple(roles) for unit, roles in found.items()}


def _employers(kinds: Kinds, role: str) -> tuple[str, ...]:
    """The narrowest units that a role works or signs for, by what it is a kind of too."""
    every = {u for k in kinds.up[role] for u in kinds.works_for.get(k, _NONE) | kinds.signs_for.get(k, _NONE)}
    return tuple(sorted(u for u in every if not any(u != o and u in kinds.up_parts[o] for o in every)))


def _role(kinds: Kinds, role: str) -> Iterator[Capacity]:
    units = _employers(kinds, role)
    professional = not kinds.up[role].isdisjoint(kinds.professions)
    named = {**_narrower(kinds, role), **dict.fromkeys(kinds.up[role], FIRM)}
    if professional or not units:
        services = frozenset(s for u in units for s in _services(kinds, u))
        yield Capacity(acting_as=role, covers=named, covers_whole=named, services=services)
    for unit in units:
        staff = _unit(kinds, unit, asked=False)
        if professional:
            yield staff
        else:
            covers, whole = {**staff.covers, **named}, {**staff.covers_whole, **named}
            yield Capacity(acting_as=unit, covers=covers, covers_whole=whole, services=staff.services)


def _unit(kinds: Kinds, unit: str, *, asked: bool) -> Capacity:
    """A unit that acts, or for which its staff act: weaker covers first, so that stronger ones replace them."""
    weak: dict[str, Cover] = {}
    if asked:
        weak |= _narrower(kinds, unit)
    for other in sorted(w for u in kinds.up[unit] for w in kinds.performs.get(u, _NONE)):
        weak |= dict.fromkeys(kinds.up[other], Cover(frozenset({ACTS_AS.of(other)})))
    parts = _through_parts(kinds, unit) if asked else {}
    firm = {**_signers(kinds, unit), **dict.fromkeys(kinds.up[unit], FIRM)}
    wholes = dict.fromkeys(kinds.up_parts[unit], FIRM)
    return Capacity(
        acting_as=unit,
        covers={**weak, **parts, **wholes, **firm},
        covers_whole={**weak, **firm},
        services=_services(kinds, unit),
    )


def _narrower(kinds: Kinds, kind: str) -> dict[str, Cover]:
    own = kinds.roles | kinds.units
    narrower = sorted(n for n in own if n != kind and kind in kinds.up[n])
    return {n: Cover(frozenset({IS_A.of(n)}), permits_only=True) for n in narrower}


def _signers(kinds: Kinds, unit: str) -> dict[str, Cover]:
    found = sorted(r for r, units in kinds.signs_for.items() if not units.isdisjoint(kinds.up[unit]))
    return {k: Cover(presuppositions=(f"signed-by-its-head:{r}",)) for r in found for k in sorted(kinds.up[r])}


def _through_parts(kinds: Kinds, unit: str) -> dict[str, Cover]:
    """What a part of an asked unit may do, it may do through it; the nearest part in the alphabet is named."""
    found: dict[str, Cover] = {}
    parts = sorted(p for p in kinds.units if unit in kinds.up_parts[p] and unit not in kinds.up[p])
    for part in reversed(parts):
        for bearer, cover in {**_signers(kinds, part), **dict.fromkeys(kinds.up[part], FIRM)}.items():
            shown = (f"through:{part}", *cover.presuppositions)
            found[bearer] = Cover(presuppositions=shown, permits_only=True)
    return {b: c for b, c in found.items() if b not in kinds.up_parts[unit]}


def _services(kinds: Kinds, unit: str) -> frozenset[str]:
    own = {kinds.provides[u] for u in kinds.up[unit] if u in kinds.provides}
    return frozenset(s for o in own for s in kinds.up.get(o, _NONE))
