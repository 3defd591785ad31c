"""The way round: who can do it instead, and how to get there (decisions.md, "Routes")."""

from collections.abc import Iterator
from dataclasses import replace

from kg.decisions.matching import matches, spoken
from kg.decisions.permission import check
from kg.decisions.scope import scope_of
from kg.index.capacities import employers
from kg.index.index import Index
from kg.model.decision import ABLE, Decision, Match, Route, Step
from kg.model.question import Question

INVOLVE = "involve"
AT_MOST = 5


def routes(index: Index, question: Question) -> tuple[Route, ...]:
    """Ways from the referrer to the receiver through somebody who may, the best first; none for coercion.

    First the way that a norm names, then whoever may and is nearest to hand, then a colleague.
    """
    if question.action not in index.kinds.way_round:
        return ()
    named = _named(index, question)
    found = []
    for helper in dict.fromkeys((*named, *index.kinds.near_at_hand, *_colleagues(index, question.referrer))):
        if helper == question.referrer or helper in index.kinds.up[question.referrer]:
            continue
        decision = check(index, replace(question, referrer=helper))
        if decision.outcome in ABLE:
            found.append(_route(index, question, helper, named.get(helper), decision))
    return tuple(found[:AT_MOST])


def _named(index: Index, question: Question) -> dict[str, str]:
    """Helper → the norm that says to involve them on the way to this receiver."""
    scope = scope_of(index, question)
    found: dict[str, str] = {}
    for norm_id, goals in index.sources.on_the_way_to.items():
        norm = index.shelf.by_id.get(norm_id)
        if norm is None or norm.action != INVOLVE or scope.receivers.isdisjoint(goals):
            continue
        for helper in sorted(norm.counterparts):
            asked = replace(question, action=INVOLVE, receiver=helper, service=None, group=None)
            if any(m.norm.id == norm_id for m in _matching(index, asked)):
                found.setdefault(helper, norm_id)
    return found


def _matching(index: Index, question: Question) -> Iterator[Match]:
    scope = scope_of(index, question)
    fitting, _ = spoken(index, scope)
    for capacity in index.capacities[question.referrer]:
        yield from matches(index, scope, capacity, fitting)


def _colleagues(index: Index, referrer: str) -> tuple[str, ...]:
    """Roles that work for the same unit as the referrer, or for the referrer."""
    kinds = index.kinds
    own = {referrer} if referrer in kinds.units else set(employers(kinds, referrer))
    own = {u for o in own for u in kinds.up[o]}
    return tuple(sorted(r for r in kinds.roles if not own.isdisjoint(employers(kinds, r))))


def _route(index: Index, question: Question, helper: str, norm: str | None, decision: Decision) -> Route:
    last = Step(
        from_actor=helper,
        action=question.action,
        to_actor=question.receiver,
        norm=decision.reasons[0].norm.id,
        outcome=decision.outcome,
        conditions=decision.conditions[0].all_of if decision.conditions else (),
    )
    first = Step(from_actor=question.referrer, action=INVOLVE, to_actor=helper, norm=norm)
    told = {m.norm.id for m in (*decision.reasons, *decision.support, *decision.displaced)} | {norm or ""}
    obstacles = sorted({f for n in told for f in index.sources.about.get(n, ())})
    return Route(steps=(first, last), obstacles=tuple(obstacles))
