"""The index speaks of the same norms as the graph, on each day on which something changes."""

from datetime import date

import pytest

from kg.core.iris import local_id
from kg.core.settings import Settings
from kg.decisions.scope import in_time
from kg.index.capacities import Capacity
from kg.index.index import Index
from kg.queries import registry
from kg.queries.run import run
from tests import real


def boundaries(index: Index) -> list[date]:
    norms = index.shelf.by_id.values()
    found = {d for n in norms for d in (n.valid_from, n.valid_to, n.not_before) if d}
    return sorted(found)


def by_index(index: Index, on: date, place: str) -> set[tuple[str, str, str]]:
    covering = index.places.above[place] | {place}
    norms = [n for n in index.shelf.by_id.values() if n.action == "refer" and n.place in covering and in_time(n, on)]
    return {
        (n.id, referrer, receiver)
        for n in norms
        for referrer in covered(index, n.bearers)
        for receiver in received(index, n.counterparts)
    }


def covered(index: Index, bearers: frozenset[str]) -> set[str]:
    """Actors that a bearer names outright: a kind or part of it."""
    return {k for k in index.kinds.roles | index.kinds.units if not index.kinds.up_parts[k].isdisjoint(bearers)}


def received(index: Index, counterparts: frozenset[str]) -> set[str]:
    return {u for u in index.kinds.units | index.kinds.services if not index.kinds.up_parts[u].isdisjoint(counterparts)}


@pytest.mark.parametrize("place", ["norway", "southern-norway-case"])
def test_same_norms_as_one_query(place: str) -> None:
    index, query = real.index(), registry.load(Settings().queries)["referral/matches"]
    days = boundaries(index)
    assert len(days) > 5
    for on in days:
        rows = run(real.store(), query, {"place": place, "on": on.isoformat()}).rows
        found = {tuple(local_id(str(v)) for v in row) for row in rows}
        assert found == by_index(index, on, place), on


def test_a_firm_cover_is_what_the_closure_says() -> None:
    index = real.index()
    own: tuple[Capacity, ...] = index.capacities["mental-health-team"]
    firm = {b for b, c in own[0].covers.items() if not c.conditions and not c.presuppositions}
    assert firm == set(index.kinds.up_parts["mental-health-team"])
