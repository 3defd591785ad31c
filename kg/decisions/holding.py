"""Which norms hold in the scope of a question about tasks or stages, whoever they are laid on."""

from collections.abc import Iterable, Iterator

from kg.decisions.scope import NONE, Scope, speaks
from kg.index.index import Index
from kg.model.norm import Norm
from kg.model.question import Basis, Question
from kg.model.task import Held


def wide_scope(index: Index, question: Question) -> Scope:
    """The scope of a question that may leave out everything but place and day: a facet that was not asked is any."""
    kinds, under = index.kinds, question.basis.value
    return Scope(
        question=question,
        receivers=NONE,
        services=kinds.up[question.service] if question.service else kinds.services,
        groups=kinds.groups[question.group] if question.group else NONE,
        covering=index.places.covering(question.place, question.on),
        authorities=None
        if question.basis is Basis.ALL
        else frozenset(a for a, b in kinds.answers_under.items() if b == under),
        held_groups=NONE,
    )


def holding(index: Index, scope: Scope, norms: Iterable[Norm]) -> Iterator[Held]:
    """Those of the norms that hold, each once, with what the question leaves open."""
    seen: set[str] = set()
    for norm in norms:
        if norm.id in seen or norm.place not in scope.covering or _elsewhere(norm, scope.question):
            continue
        conditions = speaks(index, norm, scope)
        if conditions is not None and _is_asked_of(index, norm, scope.question.referrer):
            seen.add(norm.id)
            yield Held(norm, (conditions | scope.covering[norm.place]) - scope.question.holds)


def _elsewhere(norm: Norm, q: Question) -> bool:
    """Whether the norm is for another stage, setting or urgency than those that were asked."""
    asked = ((q.stage, norm.stages), (q.setting, norm.settings), (q.urgency, norm.urgencies))
    return any(one and of and one not in of for one, of in asked)


def _is_asked_of(index: Index, norm: Norm, actor: str) -> bool:
    """Whether the norm is laid on the actor, in some capacity; on anybody when nobody was asked."""
    return not actor or any(not c.covers.keys().isdisjoint(norm.bearers) for c in index.capacities.get(actor, ()))


def related(index: Index, one: str, other: str) -> bool:
    """Whether two actors are one line: the same, a kind or part of the other, or working for it."""
    return one == other or _reaches(index, one, other) or _reaches(index, other, one)


def _reaches(index: Index, one: str, other: str) -> bool:
    return any(other in c.covers for c in index.capacities.get(one, ()))
