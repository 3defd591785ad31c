"""All that norms, bases and versions say, read one property at a time: collection → property → id → values."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.core.iris import NS
from kg.index.rows import Ask, key, text
from kg.store.port import Term

Values = tuple[str, ...]
ByIdent = Mapping[str, Values]

_SOURCE = "http://purl.org/dc/terms/source"
_OURS = (
    *("action", "place", "basis", "contentAssurance", "dateAssurance"),
    *("validFrom", "validTo", "notBefore", "attestedOn", "lastSeenOn"),
    *("bearerOutside", "exclusive", "residual", "shownAt"),
    *("bearer", "counterpart", "inService", "setting", "clientGroup", "urgency", "stage", "condition"),
    *("presupposes", "requirement", "alsoCites", "whoMayCall", "onTheWayTo", "sendTo", "fact", "derivedFrom"),
    *("authority", "version", "inInstrument", "sectionNumber", "inStudy", "quotedFrom", "lastObserved"),
    *("rank", "sequence", "mayNotChallenge", "raisedBefore", "duration", "countedIn", "startsOn", "startsStage"),
    *("confidence", "observedIn", "about", "contradicts"),
    *("kroner", "rateOf", "rateAssurance", "answers", "restsOn", "atStage"),
)
_WHOLE = frozenset({"requirement", "source", "restsOn", "raisedBefore", "about"})
"""Properties whose values are kept as whole IRIs: they stand in several collections, or in none of ours."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Values by property, collection and subject, sorted: local ids of IRIs, texts of literals.

    The property `type` holds the names of classes, of norms alone.
    """

    found: Mapping[str, Mapping[str, ByIdent]]

    def of(self, collection: str, prop: str) -> ByIdent:
        """Every subject of a collection that has the property, with the values."""
        return self.found.get(prop, {}).get(collection, {})

    def anywhere(self, prop: str) -> Iterator[tuple[str, ByIdent]]:
        """The collections whose members have the property, each with its subjects and values."""
        return iter(self.found.get(prop, {}).items())


def first(values: ByIdent, ident: str) -> str:
    """The first value of a subject; empty for none."""
    return next(iter(values.get(ident, ())), "")


def day(values: ByIdent, ident: str) -> date | None:
    """The value as a day."""
    value = first(values, ident)
    return date.fromisoformat(value[:10]) if value else None


def read_statements(ask: Ask) -> Statements:
    """One scan a property: a row a norm would look up every property of every norm, at several times the cost."""
    shared: dict[Values, Values] = {}
    found = {name: _read(ask, name, NS + name, shared) for name in _OURS}
    found["source"] = _read(ask, "source", _SOURCE, shared)
    modalities = {"norm": _modalities(ask, shared)}
    return Statements({**found, "type": modalities})


def _read(ask: Ask, name: str, prop: str, shared: dict[Values, Values]) -> dict[str, dict[str, Values]]:
    """Collection → id → values. Equal values are kept once: most norms share their action, bearers and counterparts."""
    found: dict[str, dict[str, Values]] = defaultdict(dict)
    for subject, value in ask("statements", property=prop):
        collection, ident = key(subject)
        values: Values = (text(value) if name in _WHOLE else key(value)[1] or text(value),)
        by_ident = found[collection]
        if ident in by_ident:
            values = tuple(sorted({*by_ident[ident], *values}))
        by_ident[ident] = shared.setdefault(values, values)
    return found


def _modalities(ask: Ask, shared: dict[Values, Values]) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for norm, modality in ask("modalities"):
        values = (_class(modality),)
        found[key(norm)[1]] = shared.setdefault(values, values)
    return found


def _class(term: Term | None) -> str:
    return text(term).rpartition("#")[2].lower()
