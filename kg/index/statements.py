"""All that norms say, read in one go: property → norm → values."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.index.rows import Ask, key, text
from kg.store.port import Term

Values = tuple[str, ...]
_WHOLE = frozenset({"requirement"})
"""Properties whose values stand in several collections: their IRIs are kept whole."""


@dataclass(frozen=True, slots=True)
class Statements:
    """Values by property and norm, sorted: local ids of IRIs, texts of literals. `type` holds the modality."""

    of: Mapping[str, Mapping[str, Values]]

    def norms(self) -> Iterator[str]:
        """Whatever has a modality and a basis."""
        based = self.of.get("basis", {})
        return (n for n in self.of.get("type", {}) if n in based)

    def all(self, norm: str, prop: str) -> Values:
        """The values of a property, none or more."""
        return self.of.get(prop, {}).get(norm, ())

    def one(self, norm: str, prop: str) -> str:
        """The value of a property that has one at most; empty for none."""
        return next(iter(self.all(norm, prop)), "")

    def day(self, norm: str, prop: str) -> date | None:
        """The value as a day."""
        value = self.one(norm, prop)
        return date.fromisoformat(value[:10]) if value else None

    def holds(self, norm: str, prop: str) -> bool:
        """Whether a truth value is there and true."""
        return self.one(norm, prop) in {"true", "1"}


def read_statements(ask: Ask) -> Statements:
    """One query. Equal values are kept once: most norms share their action, bearers and counterparts."""
    shared: dict[Values, Values] = {}
    found: dict[str, dict[str, Values]] = defaultdict(dict)
    names: dict[Term | None, str] = {}
    for norm, prop, value in ask("norms"):
        collection, ident = key(norm)
        if collection != "norm":  # a version has days too, and may share its id with a norm
            continue
        name = names.get(prop) or names.setdefault(prop, text(prop).rpartition("#")[2])
        by_norm = found[name]
        values: Values = (_value(name, value),)
        if ident in by_norm:
            values = tuple(sorted({*by_norm[ident], *values}))
        by_norm[ident] = shared.setdefault(values, values)
    return Statements(found)


def _value(name: str, value: Term | None) -> str:
    if name == "type":
        return text(value).rpartition("#")[2].lower()
    return text(value) if name in _WHOLE else key(value)[1] or text(value)
