"""Which norms hold in the scope of a question about tasks or stages, whoever they are laid on."""

from collections.abc import Iterable, Iterator

from kg.decisions.cover import is_one_of
from kg.decisions.scope import NONE, Scope, answering, speaks
from kg.index.index import Index
from kg.model.norm import Norm
from kg.model.question import Question
from kg.model.task import Held


def wide_scope(index: Index, question: Question) -> Scope:
    """The scope of a question that may leave out everything but place and day: a facet that was not asked is any."""
    kinds = index.kinds
    return Scope(
        question=question,
        receivers=NONE,
        services=kinds.up[question.service] if question.service else kinds.services,
        groups=kinds.groups[question.group] if question.group else NONE,
        covering=index.places.covering(question.place, question.on),
        authorities=answering(index, question.basis),
        held_groups=NONE,
    )


def holding(index: Index, scope: Scope, norms: Iterable[Norm]) -> Iterator[Held]:
    """Those of the norms that hold, each once, with what is left open; of an asked actor those that are laid on it."""
    seen: set[str] = set()
    actor = scope.question.referrer
    for norm in norms:
        if norm.id in seen or norm.place not in scope.covering or _elsewhere(norm, scope.question):
            continue
        conditions = speaks(index, norm, scope)
        if conditions is not None and (not actor or is_one_of(index, actor, norm.bearers)):
            seen.add(norm.id)
            yield Held(norm, (conditions | scope.covering[norm.place]) - scope.question.holds)


def _elsewhere(norm: Norm, q: Question) -> bool:
    """Whether the norm is for another stage, setting or urgency than those that were asked."""
    asked = ((q.stage, norm.stages), (q.setting, norm.settings), (q.urgency, norm.urgencies))
    return any(one and of and one not in of for one, of in asked)


def related(index: Index, one: str, other: str) -> bool:
    """Whether two actors are one line: the same, a kind or part of the other, or working for it."""
    return one == other or is_one_of(index, one, frozenset({other})) or is_one_of(index, other, frozenset({one}))
