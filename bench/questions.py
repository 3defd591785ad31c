"""A thousand different questions, the same at each run, over the whole width of what can be asked."""

import random
from collections.abc import Sequence
from datetime import date
from itertools import product

from kg.decisions.search import receivers, referrers
from kg.index.index import Index
from kg.index.resolve import main_service
from kg.model.question import Basis, Question

COUNT = 1000
DAYS = (date(2012, 3, 1), date(2018, 10, 1), date(2021, 1, 1), date(2026, 9, 1))
HOME = "norway"
REFER = "refer"


def questions(index: Index, places: Sequence[str], count: int = COUNT) -> list[Question]:
    """Questions on all who may turn up as referrer or receiver; the place is drawn, everything else is crossed."""
    draw = random.Random(2012)
    pairs = product(referrers(index, REFER), receivers(index, REFER), DAYS, Basis)
    return [
        Question(
            referrer=referrer,
            receiver=receiver,
            service=main_service(index, receiver),
            place=draw.choice(places),
            on=on,
            group=index.kinds.serves.get(receiver),
            basis=basis,
        )
        for referrer, receiver, on, basis in draw.sample(list(pairs), count)
    ]


def municipalities(index: Index, count: int = COUNT) -> list[str]:
    """Municipalities of today, in every country of the index, and each fourth time the home country as a whole."""
    today = [p for p, sort in index.places.sort.items() if sort == "Municipality" and not index.places.dates[p][1]]
    drawn = random.Random(1981).choices(sorted(today), k=count)
    return [HOME if i % 4 == 0 else place for i, place in enumerate(drawn)]
