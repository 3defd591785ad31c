"""The way round: who can do it instead, and how to get there (decisions.md, "Routes")."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from kg.decisions.cover import is_one_of, let_act
from kg.decisions.heard import heard, of_capacity, ready
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
    return routes_in(index, scope_of(index, question))


def routes_in(index: Index, scope: Scope) -> tuple[Route, ...]:
    """The same of a question whose scope is known."""
    question = scope.question
    if question.action not in index.kinds.way_round:
        return ()
    named = _named(index, scope)
    found = ((helper, found_for(index, scope, helper)) for helper in _helpers(index, scope, named))
    able = ((helper, what) for helper, what in found if what.outcome in ABLE)
    return tuple(_route(index, question, helper, named.get(helper), what) for helper, what in islice(able, AT_MOST))


def _helpers(index: Index, scope: Scope, named: Iterable[str]) -> Iterable[str]:
    """Everybody whom a route may lead over, the likeliest first, as far as norms of any place and day let them act."""
    q = scope.question
    key = ("helpers", q.referrer, q.receiver, q.service, scope.actions)
    let, others = index.prepared.once(key, _at_hand, index, scope)
    likely = [h for h in named if h not in index.kinds.up[q.referrer] and is_one_of(index, h, let)]
    return dict.fromkeys((*likely, *others))


def _at_hand(index: Index, scope: Scope) -> tuple[frozenset[str], tuple[str, ...]]:
    """The bearers that some norm lets act, and those near at hand and then the colleagues who are one of them."""
    referrer = scope.question.referrer
    let = let_act(index, scope.actions, scope.receivers)
    every = dict.fromkeys((*index.kinds.near_at_hand, *_colleagues(index, referrer)))
    passed = index.kinds.up[referrer]
    return let, tuple(h for h in every if h not in passed and is_one_of(index, h, let))


def _named(index: Index, scope: Scope) -> dict[str, str]:
    """Helper → the norm that says to involve them on the way to this receiver."""
    q = scope.question
    found: dict[str, str] = {}
    for helper, norm_id in index.prepared.once(("named", q.referrer, q.receiver, q.service), _to_involve, index, scope):
        asked = replace(q, action=INVOLVE, receiver=helper, service=None, group=None)
        if _matches(index, asked, norm_id):
            found.setdefault(helper, norm_id)
    return found


def _to_involve(index: Index, scope: Scope) -> tuple[tuple[str, str], ...]:
    """Each helper whom a norm says to involve on the way to the receiver, and the norm, whatever place and day."""
    goals = index.sources.on_the_way_to.items()
    norms = [index.shelf.by_id.get(norm_id) for norm_id, to in goals if not scope.receivers.isdisjoint(to)]
    capacities = index.capacities[scope.question.referrer]
    return tuple(
        (helper, norm.id)
        for norm in norms
        if norm and norm.action == INVOLVE and any(ready(index, scope, c, norm) for c in capacities)
        for helper in sorted(norm.counterparts)
    )


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
    near = {m.norm.id for v in (*found.tied, *found.others) for m in v.matched if not m.local}
    told = {*near.difference(g.match.norm.id for g in groups), *(m.norm.id for m in reasons), norm or ""}
    obstacles = sorted({f for n in told for f in index.sources.about.get(("norm", n), ())})
    return Route(steps=(first, last), obstacles=tuple(obstacles))
