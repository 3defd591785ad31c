"""A thousand different questions, the same at each run, over the whole width of what can be asked."""

import random
from collections.abc import Sequence
from datetime import date
from itertools import product

from kg.index.index import Index
from kg.index.resolve import main_service
from kg.model.question import Basis, Question

COUNT = 1000
DAYS = (date(2012, 3, 1), date(2018, 10, 1), date(2021, 1, 1), date(2026, 9, 1))
HOME = "norway"


def questions(index: Index, places: Sequence[str], count: int = COUNT) -> list[Question]:
    """Questions on every referrer and receiver at the given places; the place is drawn, everything else is crossed."""
    draw = random.Random(2012)
    kinds = index.kinds
    pairs = product(sorted(kinds.roles | kinds.units), sorted(kinds.units | kinds.services), DAYS, Basis)
    return [
        Question(
            referrer=referrer,
            receiver=receiver,
            service=main_service(index, receiver),
            place=draw.choice(places),
            on=on,
            group=kinds.serves.get(receiver),
            basis=basis,
        )
        for referrer, receiver, on, basis in draw.sample(list(pairs), count)
    ]


def municipalities(index: Index, count: int = COUNT) -> list[str]:
    """Municipalities of today, in every country of the index, and each fourth time the home country as a whole."""
    today = [p for p, sort in index.places.sort.items() if sort == "Municipality" and not index.places.dates[p][1]]
    drawn = random.Random(1981).choices(sorted(today), k=count)
    return [HOME if i % 4 == 0 else place for i, place in enumerate(drawn)]
