"""All that norms, bases and versions say, read in one go: collection → property → id → values."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.index.rows import Ask, key, text
from kg.store.port import Term

Values = tuple[str, ...]
ByIdent = Mapping[str, Values]
_WHOLE = frozenset({"requirement", "source"})
"""Properties whose values are kept as whole IRIs: they stand in several collections, or in none of ours."""

_NOTHING: ByIdent = {}


@dataclass(frozen=True, slots=True)
class Statements:
    """Values by collection, property and subject, sorted: local ids of IRIs, texts of literals.

    The property `type` holds the modality of a norm.
    """

    found: Mapping[str, Mapping[str, ByIdent]]

    def of(self, collection: str, prop: str) -> ByIdent:
        """Every subject of a collection that has the property, with the values."""
        return self.found.get(collection, {}).get(prop, _NOTHING)


def first(values: ByIdent, ident: str) -> str:
    """The first value of a subject; empty for none."""
    return next(iter(values.get(ident, ())), "")


def day(values: ByIdent, ident: str) -> date | None:
    """The value as a day."""
    value = first(values, ident)
    return date.fromisoformat(value[:10]) if value else None


def read_statements(ask: Ask) -> Statements:
    """One query. Equal values are kept once: most norms share their action, bearers and counterparts."""
    shared: dict[Values, Values] = {}
    names: dict[Term | None, str] = {}
    found: dict[str, dict[str, dict[str, Values]]] = defaultdict(lambda: defaultdict(dict))
    for subject, prop, value in ask("statements"):
        collection, ident = key(subject)
        name = names.get(prop) or names.setdefault(prop, _name(prop))
        by_ident = found[collection][name]
        values: Values = (_value(name, value),)
        if ident in by_ident:
            values = tuple(sorted({*by_ident[ident], *values}))
        by_ident[ident] = shared.setdefault(values, values)
    return Statements(found)


def _name(prop: Term | None) -> str:
    return text(prop).rpartition("#")[2].rpartition("/")[2]


def _value(name: str, value: Term | None) -> str:
    if name == "type":
        return text(value).rpartition("#")[2].lower()
    return text(value) if name in _WHOLE else key(value)[1] or text(value)
