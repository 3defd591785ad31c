"""The way round: who can do it instead, and how to get there (decisions.md, "Routes")."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice

from kg.decisions.cover import is_one_of, let_act
from kg.decisions.heard import heard, of_capacity
from kg.decisions.matching import matches
from kg.decisions.permission import Found, found_for, groups_of, reasons_of
from kg.decisions.scope import Scope, scope_of
from kg.index.index import Index
from kg.model.decision import ABLE, Route, Step
from kg.model.question import Question

INVOLVE = "involve"
AT_MOST = 5


def routes(index: Index, question: Question) -> tuple[Route, ...]:
    """Ways from the referrer to the receiver through somebody who may, the best first; none for coercion.

    First the way that a norm names, then whoever may and is nearest to hand, then a colleague.
    """
    if question.action not in index.kinds.way_round:
        return ()
    scope = scope_of(index, question)
    named = _named(index, scope)
    let = let_act(index, question.actions, scope.receivers)
    helpers = (h for h in _helpers(index, question.referrer, named) if is_one_of(index, h, let))
    found = ((helper, found_for(index, scope, helper)) for helper in helpers)
    able = ((helper, what) for helper, what in found if what.outcome in ABLE)
    return tuple(_route(index, question, helper, named.get(helper), what) for helper, what in islice(able, AT_MOST))


def _helpers(index: Index, referrer: str, named: Iterable[str]) -> Iterator[str]:
    """Everybody whom a route may lead over, the likeliest first; the colleagues are looked up last."""
    passed = set(index.kinds.up[referrer])
    for helper in chain(named, index.kinds.near_at_hand, _colleagues(index, referrer)):
        if helper not in passed:
            passed.add(helper)
            yield helper


def _named(index: Index, scope: Scope) -> dict[str, str]:
    """Helper → the norm that says to involve them on the way to this receiver."""
    found: dict[str, str] = {}
    for norm_id, goals in index.sources.on_the_way_to.items():
        if scope.receivers.isdisjoint(goals):
            continue
        norm = index.shelf.by_id.get(norm_id)
        if norm is None or norm.action != INVOLVE:
            continue
        for helper in sorted(norm.counterparts):
            asked = replace(scope.question, action=INVOLVE, receiver=helper, service=None, group=None)
            if _matches(index, asked, norm_id):
                found.setdefault(helper, norm_id)
    return found


def _matches(index: Index, question: Question, norm_id: str) -> bool:
    scope = scope_of(index, question)
    found = heard(index, scope, question.referrer)
    own = (
        [r for r in of_capacity(found, n) if r[0].norm.id == norm_id]
        for n in range(len(index.capacities[question.referrer]))
    )
    return any(matches(index, scope, ready)[0] for ready in own)


def _colleagues(index: Index, referrer: str) -> Iterator[str]:
    """Roles that work for the same unit as the referrer, or for the referrer."""
    kinds = index.kinds
    own = (referrer,) if referrer in kinds.units else index.employers(referrer)
    units = {up for unit in own for up in kinds.up[unit]}
    yield from sorted({role for unit in units for role in index.staff.get(unit, ())})


def _route(index: Index, question: Question, helper: str, norm: str | None, found: Found) -> Route:
    reasons, groups = reasons_of(index, found), groups_of(index, found)
    last = Step(
        from_actor=helper,
        action=question.action,
        to_actor=question.receiver,
        norm=reasons[0].norm.id,
        outcome=found.outcome,
        conditions=groups[0].all_of if groups else (),
    )
    first = Step(from_actor=question.referrer, action=INVOLVE, to_actor=helper, norm=norm)
    about = index.sources.about
    near = {m.norm.id for v in (*found.tied, *found.others) for m in v.matched if not m.local}
    told = (near - {g.match.norm.id for g in groups}) | {m.norm.id for m in reasons} | {norm or ""}
    obstacles = sorted({f for n in told for f in about.get(("norm", n), ())})
    return Route(steps=(first, last), obstacles=tuple(obstacles))
