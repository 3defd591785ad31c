"""Who has to do something, who decides it, and where that leaves holes and overlaps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.decisions.cover import is_one_of
from kg.decisions.holding import holding, related, wide_scope
from kg.decisions.scope import Scope
from kg.index.index import Index
from kg.model.norm import Modality, Norm
from kg.model.question import Question
from kg.model.task import Bearer, Held, Placed, Standing, bound

TASKS = frozenset({Modality.DUTY, Modality.RECOMMENDATION, Modality.PERMISSION})
DECISIONS = frozenset({Modality.MANDATE})
_STRONGEST = (Modality.MANDATE, Modality.DUTY, Modality.RECOMMENDATION, Modality.PERMISSION)


def placed(index: Index, question: Question, modalities: frozenset[Modality], *, every: bool = False) -> list[Placed]:
    """Where the asked task lies, or each task that somebody has: sorted by its id.

    `modalities` are `TASKS` or `DECISIONS`. A task that was asked by name and that nobody has is unknown; with `every`
    so are the others.
    """
    scope = wide_scope(index, question)
    actions = (question.action,) if question.action else actions_of(index, modalities)
    found = (_place(index, replace(question, action=a), scope, modalities) for a in actions)
    return [p for p in found if every or p.bearers or p.displaced or question.action]


def actions_of(index: Index, modalities: frozenset[Modality]) -> tuple[str, ...]:
    """The actions that some norm of these modalities is about, wherever and whenever."""
    found = {a for (a, _), norms in index.shelf.in_place.items() if any(n.modality in modalities for n in norms)}
    return tuple(sorted(found))


def _place(index: Index, question: Question, scope: Scope, modalities: frozenset[Modality]) -> Placed:
    norms = _norms_on(index, question.action, scope)
    held = list(holding(index, scope, (n for n in norms if n.modality in {*modalities, Modality.PROHIBITION})))
    kept, displaced = _by_authority(index, [h for h in held if h.norm.modality in modalities], held)
    bearers = _bearers(index, kept, question.referrer)
    standing = _standing(index, kept, bearers, held)
    return Placed(question=question, standing=standing, bearers=bearers, displaced=tuple(displaced))


def _norms_on(index: Index, action: str, scope: Scope) -> Iterator[Norm]:
    for place in scope.covering:
        yield from index.shelf.in_place.get((action, place), ())


def _by_authority(index: Index, own: Sequence[Held], every: Sequence[Held]) -> tuple[list[Held], list[Held]]:
    """What stands, and what gives way: to a higher mandate of somebody else, or to a higher prohibition."""
    displaced = [h for h in own if any(_outweighs(index, other, h) for other in every if other is not h)]
    return [h for h in own if h not in displaced], displaced


def _outweighs(index: Index, higher: Held, lower: Held) -> bool:
    above = index.kinds.is_above(higher.norm.authority, lower.norm.authority)
    return above and _collide(index, higher.norm, lower.norm)


def _collide(index: Index, one: Norm, other: Norm) -> bool:
    """Whether both cannot be: two mandates of unrelated bearers, or a prohibition on a bearer; of scopes that meet."""
    if not _meet(index, one, other):
        return False
    same = any(related(index, a, b) for a in one.bearers for b in other.bearers)
    if Modality.PROHIBITION in {one.modality, other.modality}:
        return same and one.modality is not other.modality
    return one.modality is Modality.MANDATE and not same


def _meet(index: Index, one: Norm, other: Norm) -> bool:
    """Whether some case falls under both norms."""
    facets = ((one.settings, other.settings), (one.urgencies, other.urgencies), (one.stages, other.stages))
    kinds = index.kinds
    closed = (
        (one.services, other.services, kinds.up),
        (one.groups, other.groups, kinds.groups),
        (one.counterparts, other.counterparts, kinds.up_parts),
    )
    return all(not a or not b or a & b for a, b in facets) and all(
        not a or not b or any(x in up[y] or y in up[x] for x in a for y in b) for a, b, up in closed
    )


def _bearers(index: Index, kept: Iterable[Held], actor: str) -> tuple[Bearer, ...]:
    """Each actor with what the norms lay on it, the strongest first; of an asked actor only what covers it."""
    found: dict[str, list[Held]] = defaultdict(list)
    for held in kept:
        for bearer in held.norm.bearers:
            if not actor or is_one_of(index, actor, frozenset({bearer})):
                found[bearer].append(held)
    made = (Bearer(a, strongest(h.norm.modality for h in hs), _ordered(index, hs)) for a, hs in found.items())
    return tuple(sorted(made, key=lambda b: (_STRONGEST.index(b.modality), b.actor)))


def strongest(said: Iterable[Modality]) -> Modality:
    """What binds most: to decide, must, should, may."""
    return min(said, key=_STRONGEST.index)


def _ordered(index: Index, held: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=lambda h: (-index.kinds.weight(h.norm.authority), h.norm.id)))


def _standing(index: Index, kept: Sequence[Held], bearers: Sequence[Bearer], every: Sequence[Held]) -> Standing:
    own = bound(bearers)
    if not own:
        return Standing.UNKNOWN
    clashes = (
        _collide(index, h.norm, o.norm) for h in kept for o in every if o is not h and _equal(index, h.norm, o.norm)
    )
    if any(clashes):
        return Standing.CONTESTED
    return Standing.SETTLED if lines(index, [b.actor for b in own]) == 1 else Standing.SHARED


def _equal(index: Index, one: Norm, other: Norm) -> bool:
    kinds = index.kinds
    return not (kinds.is_above(one.authority, other.authority) or kinds.is_above(other.authority, one.authority))


def lines(index: Index, actors: Sequence[str]) -> int:
    """How many lines of actors there are: those who are kinds of, part of or work for one another are one."""
    groups: list[set[str]] = []
    for actor in actors:
        touched = [g for g in groups if any(related(index, actor, other) for other in g)]
        groups = [g for g in groups if g not in touched] + [{actor}.union(*touched)]
    return len(groups)
