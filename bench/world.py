"""A world of a hundred countries, as N-Quads: what the decision has to stay fast in.

To the shipped graph come 99 countries with the home country's national norms, 2,100 trust areas in all, each with six
lists of its own, and 35,700 municipalities, each with a registered agreement of ten referral clauses: some 370,000
norms by place. Always the same, byte for byte.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from bench.nquads import Thing, label, lines
from kg.index.index import Index
from kg.model.norm import Norm

LISTS, CLAUSES = 6, 10
REFER = "refer"
MODALITIES = ("Permission", "Permission", "Permission", "Prohibition")


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
    for country in (f"country-{number:02}" for number in range(1, size.countries)):
        yield from _place(country, "Country", {})
        yield from (line for norm in national for line in _copied(index, norm, country))
        areas = [f"{country}-area-{number:02}" for number in range(size.areas)]
        for area in areas:
            yield from _place(area, "CatchmentArea", {"servedBy": country})
            yield from _instrument(f"{area}-lists", area, "hospital-list", "local-routine", LISTS, pairs, draw)
        for number in range(size.municipalities):
            town = f"{country}-{number:03}"
            yield from _place(town, "Municipality", {"within": country, "servedBy": areas[number % size.areas]})
            yield from _instrument(f"{town}-agreement", town, "agreement", "agreement", CLAUSES, pairs, draw)
    yield from _home(index, pairs, draw)


def _home(index: Index, pairs: list[tuple[str, str]], draw: random.Random) -> Iterator[str]:
    """The home country's own municipalities of today get agreements like all others."""
    places = index.places
    for town in sorted(p for p, sort in places.sort.items() if sort == "Municipality" and not places.dates[p][1]):
        yield from _instrument(f"{town}-agreement", town, "agreement", "agreement", CLAUSES, pairs, draw)


def _place(key: str, sort: str, links: dict[str, str]) -> Iterator[str]:
    place = Thing("place", key)
    facts = [("a", sort), *((name, Thing("place", other)) for name, other in links.items())]
    yield from lines(place, facts)
    yield from label(place, key.replace("-", " "))


def _instrument(
    key: str, place: str, sort: str, authority: str, norms: int, pairs: list[tuple[str, str]], draw: random.Random
) -> Iterator[str]:
    """A text read for a place, with clauses that each carry one norm."""
    instrument = Thing("instrument", key)
    yield from lines(instrument, [("a", "Agreement" if sort == "agreement" else "Instrument")])
    yield from lines(instrument, [("sourceKind", Thing("source-kind", sort)), ("appliesIn", Thing("place", place))])
    yield from label(instrument, key.replace("-", " "))
    for number, (bearer, counterpart) in enumerate(draw.sample(pairs, norms), 1):
        clause, version = Thing("provision", f"{key}-{number}"), Thing("provision-version", f"{key}-{number}")
        yield from lines(clause, [("a", "Clause" if sort == "agreement" else "Provision"), ("version", version)])
        yield from lines(clause, [("authority", Thing("authority", authority))])
        yield from lines(
            version, [("a", "ProvisionVersion"), ("inInstrument", instrument), ("sectionNumber", str(number))]
        )
        norm = Thing("norm", f"{key}-{number}")
        facts = [("bearer", Thing("kind", bearer)), ("counterpart", Thing("kind", counterpart)), ("basis", clause)]
        facts += [("action", Thing("action", REFER)), ("place", Thing("place", place))]
        yield from lines(norm, [("a", draw.choice(MODALITIES)), *facts])
        yield from label(norm, f"{bearer} and {counterpart} in {place}")


def _copied(index: Index, norm: Norm, country: str) -> Iterator[str]:
    """A national norm once more, for another country and on the same basis."""
    basis = Thing(index.sources.versions[norm.basis][0].kind, norm.basis)
    several = {
        "kind": {"bearer": norm.bearers, "counterpart": norm.counterparts, "inService": norm.services},
        "group": {"clientGroup": norm.groups},
        "place": {"place": [country]},
        "action": {"action": [norm.action]},
        "moment": {"shownAt": [norm.shown_at] if norm.shown_at else []},
        **{name: {name: keys} for name, keys in _lists(norm).items()},
    }
    facts = [(p, Thing(c, key)) for c, by in several.items() for p, keys in by.items() for key in sorted(keys)]
    days = {"validFrom": norm.valid_from, "validTo": norm.valid_to, "notBefore": norm.not_before}
    marks = {"exclusive": norm.exclusive, "residual": norm.residual, "bearerOutside": norm.bearer_outside}
    copy = Thing("norm", f"{country}-{norm.id}")
    yield from lines(copy, [("a", norm.modality.capitalize()), ("basis", basis), *facts])
    yield from lines(copy, [(name, value) for name, value in (days | marks).items() if value])


def _lists(norm: Norm) -> dict[str, frozenset[str]]:
    return {"setting": norm.settings, "urgency": norm.urgencies, "stage": norm.stages, "condition": norm.conditions}
