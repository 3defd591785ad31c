"""Made-up agreements and lists, and national norms copied to another country, as N-Quads."""

import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bench.nquads import Thing, label, lines
from kg.index.index import Index
from kg.model.norm import Norm

MODALITIES = ("Permission", "Permission", "Permission", "Prohibition")


@dataclass(frozen=True, slots=True)
class Text:
    """Something read for a place, with so many clauses that each carry one norm."""

    key: str
    place: str
    sort: str
    authority: str
    clauses: int


def written(text: Text, pairs: Sequence[tuple[str, str]], draw: random.Random) -> Iterator[str]:
    """The text and its norms, drawn from pairs of bearer and counterpart."""
    instrument, place = Thing("instrument", text.key), Thing("place", text.place)
    yield from lines(instrument, [("a", "Agreement" if text.sort == "agreement" else "Instrument")])
    yield from lines(instrument, [("sourceKind", Thing("source-kind", text.sort)), ("appliesIn", place)])
    yield from label(instrument, text.key.replace("-", " "))
    for number, (bearer, counterpart) in enumerate(draw.choices(pairs, k=text.clauses), 1):
        yield from _clause(text, instrument, number)
        norm = Thing("norm", f"{text.key}-{number}")
        yield from lines(norm, [("a", draw.choice(MODALITIES)), ("action", Thing("action", "refer")), ("place", place)])
        yield from lines(norm, [("bearer", Thing("kind", bearer)), ("counterpart", Thing("kind", counterpart))])
        yield from lines(norm, [("basis", Thing("provision", f"{text.key}-{number}"))])
        yield from label(norm, f"{bearer} and {counterpart} in {text.place}")


def _clause(text: Text, instrument: Thing, number: int) -> Iterator[str]:
    clause, version = (Thing(c, f"{text.key}-{number}") for c in ("provision", "provision-version"))
    yield from lines(clause, [("a", "Clause" if text.sort == "agreement" else "Provision"), ("version", version)])
    yield from lines(clause, [("authority", Thing("authority", text.authority))])
    yield from lines(version, [("a", "ProvisionVersion"), ("inInstrument", instrument), ("sectionNumber", str(number))])


def copied(index: Index, norm: Norm, country: str) -> Iterator[str]:
    """A national norm once more, for another country and on the same basis."""
    copy = Thing("norm", f"{country}-{norm.id}")
    basis = Thing(index.sources.versions[norm.basis][0].kind, norm.basis)
    yield from lines(copy, [("a", norm.modality.capitalize()), ("basis", basis), ("place", Thing("place", country))])
    for name, collection, keys in _facets(norm):
        yield from lines(copy, [(name, Thing(collection, key)) for key in sorted(keys)])
    days = {"validFrom": norm.valid_from, "validTo": norm.valid_to, "notBefore": norm.not_before}
    marks = {"exclusive": norm.exclusive, "residual": norm.residual, "bearerOutside": norm.bearer_outside}
    yield from lines(copy, [(name, day) for name, day in days.items() if day])
    yield from lines(copy, [(name, mark) for name, mark in marks.items() if mark])


def _facets(norm: Norm) -> Iterator[tuple[str, str, Collection[str]]]:
    """Property, collection and ids of what a norm may have several of."""
    yield "action", "action", (norm.action,)
    yield "shownAt", "moment", (norm.shown_at,) if norm.shown_at else ()
    yield "clientGroup", "group", norm.groups
    for name, keys in (("bearer", norm.bearers), ("counterpart", norm.counterparts), ("inService", norm.services)):
        yield name, "kind", keys
    for name, keys in (("setting", norm.settings), ("urgency", norm.urgencies), ("stage", norm.stages)):
        yield name, name, keys
    yield "condition", "condition", norm.conditions
