"""A world of a hundred countries, as N-Quads: what the decision has to stay fast in.

To the shipped graph come 99 countries with the home country's national norms, 2,100 trust areas in all, each with six
lists of its own, and 35,700 municipalities, each with a registered agreement of ten referral clauses: some 370,000
norms by place. Always the same, byte for byte.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.nquads import Thing, label, lines
from bench.texts import Text, copied, written
from kg.index.index import Index

LISTS, CLAUSES = 6, 10
REFER = "refer"


@dataclass(frozen=True, slots=True)
class Size:
    """How many countries there are, and how many areas and municipalities each made-up one has."""

    countries: int = 100
    areas: int = 21
    municipalities: int = 357


def world(index: Index, home: str, size: Size) -> Iterator[str]:
    """What comes to the shipped graph, line by line. `index` is the shipped one, `home` its country."""
    national = [n for n in index.shelf.by_id.values() if n.place == home]
    pairs = sorted({(b, c) for n in national if n.action == REFER for b in n.bearers for c in n.counterparts})
    draw = random.Random(370_000)
    for text in _home(index, home, size):
        yield from written(text, pairs, draw)
    for country in (f"country-{number:02}" for number in range(1, size.countries)):
        yield from _place(country, "Country", {})
        yield from (line for norm in national for line in copied(index, norm, country))
        for text in _country(country, size):
            yield from written(text, pairs, draw)
        yield from _places(country, size)


def _home(index: Index, home: str, size: Size) -> Iterator[Text]:
    """The home country's own areas and municipalities of today get their texts like all others."""
    places = index.places
    today = sorted(p for p, sort in places.sort.items() if places.country[p] == home and not places.dates[p][1])
    yield from _lists([p for p in today if places.sort[p] == "CatchmentArea"][: size.areas])
    yield from _agreements([p for p in today if places.sort[p] == "Municipality"])


def _country(country: str, size: Size) -> Iterator[Text]:
    yield from _lists(_areas(country, size))
    yield from _agreements(_towns(country, size))


def _lists(areas: list[str]) -> Iterator[Text]:
    return (Text(f"{area}-lists", area, "hospital-list", "local-routine", LISTS) for area in areas)


def _agreements(towns: list[str]) -> Iterator[Text]:
    return (Text(f"{town}-agreement", town, "agreement", "agreement", CLAUSES) for town in towns)


def _areas(country: str, size: Size) -> list[str]:
    return [f"{country}-area-{number:02}" for number in range(size.areas)]


def _towns(country: str, size: Size) -> list[str]:
    return [f"{country}-{number:03}" for number in range(size.municipalities)]


def _places(country: str, size: Size) -> Iterator[str]:
    areas = _areas(country, size)
    for area in areas:
        yield from _place(area, "CatchmentArea", {"servedBy": country})
    for number, town in enumerate(_towns(country, size)):
        yield from _place(town, "Municipality", {"within": country, "servedBy": areas[number % size.areas]})


def _place(key: str, sort: str, links: dict[str, str]) -> Iterator[str]:
    place = Thing("place", key)
    yield from lines(place, [("a", sort)])
    yield from lines(place, [(name, Thing("place", other)) for name, other in links.items()])
    yield from label(place, key.replace("-", " "))
