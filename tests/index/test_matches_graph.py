"""The engine matches the norms that the graph does, in each place with norms, on each day on which they change."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from kg.core.iris import local_id
from kg.core.settings import Settings
from kg.decisions.scope import candidates, in_time, scope_of
from kg.index.capacities import FIRM, Capacity
from kg.index.index import Index
from kg.model.norm import Norm
from kg.model.question import Question
from kg.queries import registry
from kg.queries.run import run
from tests import real

HOME = "norway"


def boundaries(norms: Iterable[Norm]) -> list[date]:
    """Each day on which one of the norms begins, and the day after one ends; today, when none does."""
    starts = {d for n in norms for d in (n.valid_from, n.not_before) if d}
    ends = {n.valid_to + timedelta(days=1) for n in norms if n.valid_to}
    return sorted(starts | ends | {date(2026, 11, 24)})


def places_with_norms() -> list[str]:
    return sorted({n.place for n in real.index().shelf.by_id.values() if n.action == "refer"})


def by_engine(index: Index, place: str, on: date, *, local: bool) -> set[tuple[str, str, str]]:
    """What the engine itself matches in scope: by its shelf, its places and its covers, conditions apart."""
    found = set()
    for receiver in index.kinds.units | index.kinds.services:
        question = Question(referrer="", receiver=receiver, service=None, place=place, on=on)
        norms = [n for n, _ in candidates(index, scope_of(index, question)) if in_time(n, on)]
        for norm in norms:
            if norm.counterparts and (norm.place != HOME or not local):
                found |= {(norm.id, referrer, receiver) for referrer in covered(index, norm)}
    return found


def covered(index: Index, norm: Norm) -> set[str]:
    """Whom the norm takes in outright, in an own capacity."""
    return {
        actor
        for actor, own in index.capacities.items()
        for capacity in own
        if capacity.acting_as == actor and any(capacity.covers.get(b) is FIRM for b in norm.bearers)
    }


def by_graph(index: Index, place: str, on: date, *, local: bool) -> set[tuple[str, ...]]:
    query = registry.load(Settings().queries)["referral/matches"]
    rows = run(real.store(), query, {"place": place, "on": on.isoformat()}).rows
    found = {tuple(local_id(str(v)) for v in row) for row in rows}
    acting = {actor for actor, own in index.capacities.items() for c in own if c.acting_as == actor}
    return {
        (norm, referrer, receiver)
        for norm, referrer, receiver in found
        if referrer in acting and (not local or index.norm(norm).place != HOME)
    }


@pytest.mark.parametrize("place", places_with_norms())
def test_same_norms_as_one_query_on_each_day_on_which_something_changes(place: str) -> None:
    index = real.index()
    local = place != HOME
    covering = index.places.above[place] | {place}
    there = [n for n in index.shelf.by_id.values() if n.place in covering and (not local or n.place != HOME)]
    for on in boundaries(there):
        engine = by_engine(index, place, on, local=local)
        assert engine == by_graph(index, place, on, local=local), on


def test_most_days_and_places_have_something_to_match() -> None:
    assert len(places_with_norms()) > 10
    assert by_engine(real.index(), HOME, date(2026, 11, 24), local=False)


def test_a_firm_cover_is_what_the_closure_says() -> None:
    index = real.index()
    own: tuple[Capacity, ...] = index.capacities["mental-health-team"]
    firm = {b for b, c in own[0].covers.items() if not c.conditions and not c.presuppositions}
    assert firm == set(index.kinds.up_parts["mental-health-team"])
