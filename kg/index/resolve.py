"""From what was asked to a question with every facet known (decisions.md, "The question")."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from kg.core.errors import BadInput, UnknownName
from kg.index.index import Index
from kg.index.widened import may_be, widened
from kg.model.question import Also, Asked, Basis, Question

HOME = "norway"
"""The country that is meant where nothing says otherwise."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SIMPLE = MappingProxyType(
    {"action": "refer", "setting": "outpatient", "urgency": "planned", "stage": "first-referral"}
)
_DEFAULTS = (*_SIMPLE, "service", "group", "place", "on", "basis")


def today() -> date:
    """The day it is in Norway."""
    return datetime.now(ZoneInfo("Europe/Oslo")).date()


def parse_day(parameter: str, value: str) -> date:
    """A day as YYYY-MM-DD. Raises `BadInput`."""
    try:
        if _DAY.fullmatch(value.strip()):
            return date.fromisoformat(value.strip())
    except ValueError:
        pass
    raise BadInput("A day is written as 2018-10-01.", reason="no-day", parameter=parameter, value=value)


def resolve(index: Index, asked: Asked, default_day: date, also: Iterable[Also] = ()) -> Question:
    """The question in ids with its defaults; `also` is what it says of its own actor, action or receiver.

    Raises `UnknownName`, `AmbiguousName`, `BadInput`.
    A referrer or receiver that is empty stands for all of them: search, which asks for each, does not read it.
    """
    kinds, names = index.kinds, index.names
    on = parse_day("on", asked.on) if asked.on else default_day
    actors, able = index.prepared.once("resolve", _actors, index)
    receiver = names.find("receiver", asked.receiver, "kind", able, HOME) if asked.receiver else _anybody(index)
    country = names.country.get(receiver, HOME)
    referrer = names.find("referrer", asked.referrer, "kind", actors, country) if asked.referrer else _anybody(index)
    place, notes = names.find_place("place", asked.place, on) if asked.place else (country, ())
    service = names.find("service", asked.service, "kind", kinds.services, country) if asked.service else None
    group = names.find("group", asked.group, "group", kinds.groups) if asked.group else None
    given = {name: value for name in _SIMPLE if (value := getattr(asked, name))}
    simple = {name: names.find(name, value, name, kinds.lists.get(name, ())) for name, value in given.items()}
    assumed = {name for name in _DEFAULTS if not getattr(asked, name)}
    said = frozenset([_checked(index, a) for a in also])
    main, served = _own(widened(index, said), receiver)
    return Question(
        referrer=referrer,
        receiver=receiver,
        service=service or main,
        place=place,
        on=on,
        group=group or served,
        basis=basis_of(asked.basis),
        holds=frozenset([names.find_condition("holds", c) for c in asked.holds]),
        assumed=frozenset(assumed),
        notes=notes,
        also=said,
        **{**_SIMPLE, **simple},
    )


def _actors(index: Index) -> tuple[frozenset[str], frozenset[str]]:
    """Who may refer, and to whom one may."""
    actors = index.kinds.roles | index.kinds.units
    return actors, actors | index.kinds.services


def _own(index: Index, receiver: str) -> tuple[str | None, str | None]:
    """The service and the group that are meant where a receiver alone is named."""
    return index.prepared.once(
        ("resolve", receiver), lambda: (main_service(index, receiver), served_group(index, receiver))
    )


def _checked(index: Index, also: Also) -> Also:
    if not may_be(index, also):
        raise UnknownName(f"«{also.id}» is not taken for «{also.kind}».", parameter="also", value=also.kind, closest=())
    return also


def _anybody(index: Index) -> str:
    """Some unit of the home country, where a question asks for all."""
    return min((u for u in index.kinds.units if index.names.country.get(u, HOME) == HOME), default="")


def main_service(index: Index, receiver: str) -> str | None:
    """What a receiver mainly gives: a service gives itself, a unit what it, or what it is a kind of, provides."""
    if receiver in index.kinds.services:
        return receiver
    given = [index.kinds.provides[u] for u in sorted(index.kinds.up[receiver]) if u in index.kinds.provides]
    narrowest = [s for s in given if not any(s != o and s in index.kinds.up[o] for o in given)]
    return index.kinds.provides.get(receiver) or next(iter(narrowest), None)


def served_group(index: Index, receiver: str) -> str | None:
    """The client group that a receiver is for, where it is for that one alone."""
    ups = sorted(index.kinds.up[receiver])
    own = index.kinds.serves.get(receiver)
    return own or next((index.kinds.serves[u] for u in ups if u in index.kinds.serves), None)


def basis_of(value: str | None) -> Basis:
    """The sources that a name stands for; all without one. Raises `BadInput`."""
    try:
        return Basis(value.strip().lower()) if value else Basis.ALL
    except ValueError:
        message = "A basis is law, papers or all."
        raise BadInput(message, reason="no-basis", parameter="basis", value=value) from None
