"""What lies ready says nothing of a question but its actors: other days, places, groups and sources come out as new."""

from dataclasses import replace
from datetime import date
from itertools import product

from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.index.index import Index
from kg.index.resolve import resolve
from kg.model.decision import Answer
from kg.model.question import Asked
from tests import real

PAIRS = (("gp", "dps"), ("nav-office", "smp"), ("municipal-psychologist", "dps"), ("municipality", "dps"))
MORE: tuple[dict[str, str], ...] = (
    {},
    {"place": "Sandnes"},
    {"place": "Bergen", "urgency": "emergency"},
    {"on": "2012-03-01"},
    {"on": "2018-10-01", "basis": "law"},
    {"group": "under-18"},
    {"service": "tsb", "stage": "renewed-referral"},
)


def answer(index: Index, facets: dict[str, str]) -> Answer:
    return explain(index, check(index, resolve(index, Asked(**facets), date(2026, 11, 24))))


def test_an_answer_is_the_same_whatever_was_asked_before() -> None:
    warm = replace(real.index())
    asked = [{"referrer": r, "receiver": u, **more} for (r, u), more in product(PAIRS, MORE)]
    for facets in asked:
        answer(warm, facets)
    found = [answer(warm, facets) for facets in reversed(asked)]
    assert found == [answer(replace(real.index()), facets) for facets in reversed(asked)]
    assert len({str(a.decision) for a in found}) == len(asked)
