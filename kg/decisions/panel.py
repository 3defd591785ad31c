"""The same question of many places and days, for statistics: every referrer towards every receiver, one by one."""

from collections.abc import Iterable, Iterator, Sequence

from kg.decisions.permission import check_each
from kg.decisions.search import towards
from kg.index.index import Index
from kg.model.decision import Decision
from kg.model.question import Question


def panel(
    index: Index, asked: Iterable[Question], referrers: Sequence[str], receivers: Sequence[str]
) -> Iterator[Decision]:
    """Each decision as it is made, none kept: by question as they come, then by receiver, then by referrer.

    `asked` carries place, day and basis; its referrer and receiver are not read. Nobody is asked towards himself.
    """
    for question in asked:
        for receiver in receivers:
            others = [r for r in referrers if r != receiver]
            yield from check_each(index, towards(index, question, receiver), others)
