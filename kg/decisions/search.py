"""The same question asked of everybody: who, where and the matrix. Search is check, one by one."""

from collections.abc import Iterator
from dataclasses import replace

from kg.decisions.permission import check, check_each
from kg.index.index import Index
from kg.index.resolve import main_service, served_group
from kg.model.decision import Decision, Matrix
from kg.model.question import Question


def who(index: Index, question: Question) -> Iterator[Decision]:
    """Everybody who might refer, each checked: `question.referrer` is not read."""
    asking = (r for r in referrers(index, question.action) if r != question.receiver)
    return check_each(index, question, asking)


def where(index: Index, question: Question) -> Iterator[Decision]:
    """Every receiver there is a rule about, each checked with its own service and group unless those were asked."""
    for receiver in receivers(index, question.action):
        if receiver != question.referrer:
            yield check(index, towards(index, question, receiver))


def matrix(index: Index, question: Question) -> Matrix:
    """All referrers against all receivers of the action."""
    rows, columns = referrers(index, question.action), receivers(index, question.action)
    asked = [towards(index, question, c) for c in columns]
    outcomes = [[d.outcome for d in check_each(index, q, rows)] for q in asked]
    cells = tuple(tuple(column[row] for column in outcomes) for row in range(len(rows)))
    return Matrix(referrers=rows, receivers=columns, cells=cells)


def towards(index: Index, question: Question, receiver: str) -> Question:
    """The question with another receiver: defaults that came from the old one come from the new one."""
    return replace(
        question,
        receiver=receiver,
        service=main_service(index, receiver) if "service" in question.assumed else question.service,
        group=served_group(index, receiver) if "group" in question.assumed else question.group,
    )


def referrers(index: Index, action: str) -> tuple[str, ...]:
    """Whom some norm on the action names, and all that are of their kind, part of them or act for them."""
    named = {b for (a, _), norms in index.shelf.in_place.items() if a == action for n in norms for b in n.bearers}
    reached = (k for k, own in index.capacities.items() if any(not named.isdisjoint(c.covers) for c in own))
    return tuple(sorted(reached))


def receivers(index: Index, action: str) -> tuple[str, ...]:
    """Units and services that some norm on the action names."""
    able = index.kinds.units | index.kinds.services
    return tuple(sorted(c for a, c in index.shelf.at if a == action and c in able))
