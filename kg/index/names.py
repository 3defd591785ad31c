"""From the names that people use to ids (contracts.md, "Names in")."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from kg.core.errors import AmbiguousName, UnknownName
from kg.core.iris import ID
from kg.index.kinds import Kinds
from kg.index.labels import Key, Labels
from kg.index.places import Places
from kg.model import made_condition

SHORT_LIST = 12
"""A list of which all members are named when nothing is close to what was asked."""

EARLIER_NAME, LATER_NAME = "earlier-name", "later-name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names by their folded form. `preferred` and `others` give (collection, id) of all that answer to one."""

    preferred: Mapping[str, tuple[Key, ...]]
    others: Mapping[str, tuple[Key, ...]]
    known: Mapping[str, frozenset[str]]
    country: Mapping[str, str]
    places: Places

    def find(self, parameter: str, value: str, collection: str, among: Iterable[str], country: str = "") -> str:
        """The id that a name means, out of the ids `among`; of two countries' kinds the one of `country`.

        Raises `UnknownName` with the closest names, `AmbiguousName` with the choices.
        """
        allowed = frozenset(among)
        found = self.meant(value, collection, allowed, country)
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(f"«{value}» may mean several.", parameter=parameter, value=value, choices=found)
        closest = [k for keys in self._closest(value, collection, allowed) for k in keys]
        raise _unknown(parameter, value, closest or (sorted(allowed) if len(allowed) <= SHORT_LIST else ()))

    def meant(self, value: str, collection: str, allowed: frozenset[str], country: str = "") -> list[str]:
        """The ids that a name can mean, none of them for one that nobody knows; of two countries' kinds as `find`.

        An exact id or IRI wins over a preferred name, and that over other names and codes.
        """
        if value in allowed:
            return [value]
        plain = value.removeprefix(f"{ID}{collection}/").strip()
        if plain in allowed:
            return [plain]
        for names in (self.preferred, self.others):
            found = [k for c, k in names.get(fold(value), ()) if c == collection and k in allowed]
            if found:
                return self._of_country(found, country)
        return []

    def find_place(self, parameter: str, value: str, on: date) -> tuple[str, tuple[str, ...]]:
        """The place that a name or number means on a day, and a note when it is no name of that day.

        The municipality of the day comes first, then a district, an earlier and a later municipality, an area.
        Raises as `find`.
        """
        plain = value.removeprefix(f"{ID}place/").strip()
        if plain in self.places.sort:
            return plain, self._note(plain, on)
        folded = fold(value)
        found = [k for c, k in (*self.preferred.get(folded, ()), *self.others.get(folded, ())) if c == "place"]
        fitting = self._meant(found, on)
        if len(fitting) == 1:
            return fitting[0], self._note(fitting[0], on)
        if fitting:
            message = f"«{value}» may mean several places."
            raise AmbiguousName(message, parameter=parameter, value=value, choices=fitting)
        near = self._closest(value, "place", frozenset(self.places.sort))
        raise _unknown(parameter, value, [p for places in near for p in self._meant(places, on)])

    def find_condition(self, parameter: str, value: str) -> str:
        """The id of a condition: one of the graph, or one that an answer made of a kind, a group or a place."""
        plain = value.removeprefix(f"{ID}condition/").strip()
        if plain in self.known.get("condition", ()):
            return plain
        made = made_condition.read(plain)
        if made and made[1] in self.known.get(made[0].collection, ()):
            return plain
        return self.find(parameter, value, "condition", self.known.get("condition", ()))

    def _meant(self, found: Iterable[str], on: date) -> list[str]:
        """Out of places of one name those that it means on a day."""
        every = sorted(set(found))
        ranks = (self._municipality_now, self._district, self._municipality_once, self._other)
        return next((fitting for rank in ranks if (fitting := rank(every, on))), [])

    def _of_country(self, found: list[str], country: str) -> list[str]:
        found = sorted(set(found))
        if len(found) < 2:
            return found
        return [k for k in found if self.country.get(k, country) == country] or found

    def _note(self, place: str, on: date) -> tuple[str, ...]:
        first, last = self.places.dates.get(place, (None, None))
        if last and last < on:
            return (EARLIER_NAME,)
        return (LATER_NAME,) if first and first > on else ()

    def _municipality_now(self, found: list[str], on: date) -> list[str]:
        return [p for p in found if self.places.sort[p] == "Municipality" and not self._note(p, on)]

    def _district(self, found: list[str], _on: date) -> list[str]:
        return [p for p in found if self.places.sort[p] == "District"]

    def _municipality_once(self, found: list[str], on: date) -> list[str]:
        """Earlier or later municipalities: of those that became one another, the nearest in time."""
        once = [p for p in found if self.places.sort[p] == "Municipality"]
        earlier = [p for p in once if EARLIER_NAME in self._note(p, on)]
        if earlier:
            return _lasting(earlier, self.places.dates, 1, max)
        return _lasting(once, self.places.dates, 0, min)

    def _other(self, found: list[str], _on: date) -> list[str]:
        return [p for p in found if self.places.sort[p] not in {"Municipality", "District"}]

    def _closest(self, value: str, collection: str, allowed: frozenset[str]) -> list[list[str]]:
        """The ids that answer to each of the closest names, the closest first."""
        spelled: dict[str, list[str]] = defaultdict(list)
        for names in (self.preferred, self.others):
            for name, keys in names.items():
                for c, k in keys:
                    if c == collection and k in allowed:
                        spelled[name].append(k)
        return [spelled[name] for name in difflib.get_close_matches(fold(value), spelled, n=5, cutoff=0.6)]


def _unknown(parameter: str, value: str, closest: Iterable[str]) -> UnknownName:
    message = f"Nothing here is called «{value}»."
    return UnknownName(message, parameter=parameter, value=value, closest=list(dict.fromkeys(closest)))


def fold(name: str) -> str:
    """A name without case, doubled spaces and encoding differences."""
    return " ".join(normalize("NFC", name).casefold().split())


def read_names(labels: Labels, kinds: Kinds, places: Places, conditions: Iterable[str]) -> Names:
    """Names out of labels, codes and place numbers."""
    known = {
        **kinds.lists,
        "place": frozenset(places.sort),
        "condition": frozenset(conditions),
        **{c: frozenset(i for collection, i in labels.preferred if collection == c) for c in ("unit", "instrument")},
    }
    preferred: dict[str, dict[Key, None]] = defaultdict(dict)
    others: dict[str, dict[Key, None]] = defaultdict(dict)
    for key, name, is_preferred in labels.names():
        if key[0] in known:  # what a question can name: a norm's sentence is no name
            (preferred if is_preferred else others)[fold(name)][key] = None
    for code, key in kinds.codes.items():
        others[fold(code)][key] = None
    for place, numbers in places.numbers.items():
        for number in numbers:
            others[number]["place", place] = None
    return Names(
        preferred={n: tuple(sorted(ks)) for n, ks in preferred.items()},
        others={n: tuple(sorted(ks)) for n, ks in others.items()},
        known=known,
        country=_countries(kinds),
        places=places,
    )


def _countries(kinds: Kinds) -> dict[str, str]:
    return {k: c for k in kinds.up for u in sorted(kinds.up[k]) if (c := kinds.country.get(u))} | dict(kinds.country)


def _lasting(
    found: list[str],
    dates: Mapping[str, tuple[date | None, date | None]],
    end: int,
    pick: Callable[[Iterable[date]], date],
) -> list[str]:
    days = {p: dates[p][end] or date.max for p in found}
    return [p for p in found if days[p] == pick(days.values())] if found else []
