"""Which norm prevails when two point opposite ways (decisions.md, "Precedence")."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from kg.index.index import Index
from kg.index.kinds import Closure
from kg.model.decision import Match, Outcome, Sign

_SIGNS = MappingProxyType({Sign.PERMITS: Outcome.PERMITTED, Sign.PROHIBITS: Outcome.PROHIBITED})


def decide(index: Index, matched: Sequence[Match]) -> tuple[Outcome, list[Match]]:
    """The outcome of a set of norms, and the norms that no norm of the other sign beats."""
    if not matched:
        return Outcome.UNKNOWN, []
    permits = [m for m in matched if m.sign is Sign.PERMITS]
    if len(permits) in {0, len(matched)}:
        return _SIGNS[matched[0].sign], list(matched)
    prohibits = [m for m in matched if m.sign is Sign.PROHIBITS]
    undefeated = [
        *(m for m in permits if not any(beats(index, o, m) for o in prohibits)),
        *(m for m in prohibits if not any(beats(index, o, m) for o in permits)),
    ]
    signs = {m.sign for m in undefeated}
    if len(signs) != 1:
        return Outcome.CONTESTED, undefeated or list(matched)
    return _SIGNS[signs.pop()], undefeated


def beats(index: Index, a: Match, b: Match) -> bool:
    """Whether a prevails over b: by authority, else explicit over implied, else narrower, else later."""
    if a.norm.authority != b.norm.authority:
        return index.kinds.is_above(a.norm.authority, b.norm.authority)
    if a.implied != b.implied:
        return b.implied
    narrower, wider = is_narrower(index, a, b), is_narrower(index, b, a)
    if narrower or wider:
        return narrower
    first, second = a.norm.valid_from, b.norm.valid_from
    return bool(a.norm.place == b.norm.place and first and second and first > second)


def is_narrower(index: Index, a: Match, b: Match) -> bool:
    """Whether a is in no facet wider than b, dates apart, and in one facet narrower."""
    return _within(index, a, b) and not _within(index, b, a)


def _within(index: Index, a: Match, b: Match) -> bool:
    """Whether all that a's scope takes in lies in b's."""
    kinds, x, y = index.kinds, a.norm, b.norm
    actors = kinds.up_parts
    return (
        (x.action == y.action or y.action in kinds.variant_of.get(x.action, ()))
        and _facet(x.bearers, y.bearers, actors)
        and _facet(x.counterparts, y.counterparts, actors, kinds.provides)
        and _facet(x.services, y.services, kinds.up)
        and _facet(x.groups, y.groups, kinds.groups)
        and _plain(x.settings, y.settings)
        and _plain(x.urgencies, y.urgencies)
        and _plain(x.stages, y.stages)
        and (x.place == y.place or y.place in index.places.above.get(x.place, ()))
        and (x.bearer_outside or not y.bearer_outside)
    )


def _facet(a: frozenset[str], b: frozenset[str], above: Closure, provides: Mapping[str, str] | None = None) -> bool:
    """Whether every value of a lies in some value of b; none means any. A unit lies in the service that it provides."""
    if not b:
        return True
    return bool(a) and all(not b.isdisjoint(_reach(v, above, provides)) for v in a)


def _reach(value: str, above: Closure, provides: Mapping[str, str] | None) -> Iterable[str]:
    ups = above.get(value, frozenset({value}))
    if not provides:
        return ups
    return ups | {s for u in ups if u in provides for s in above.get(provides[u], ())}


def _plain(a: frozenset[str], b: frozenset[str]) -> bool:
    return not b or (bool(a) and a <= b)
