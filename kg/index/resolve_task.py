"""From names to a question about a task, a decision or a stage: `action` is the task, `referrer` who it is asked of."""

from dataclasses import replace
from datetime import date, datetime

from kg.core import clocks
from kg.core.errors import BadInput
from kg.index.index import Index
from kg.index.resolve import HOME, basis_of, parse_day
from kg.model.question import Asked, Question

ANY = ""
"""A facet that may be anything: no task, nobody in particular, no stage."""


def resolve_task(index: Index, asked: Asked, default_day: date) -> Question:
    """The question in ids. What is left out is any: `action`, `referrer`, `stage`, `service`, `setting`, `urgency`.

    The place is Norway, or the country of whoever it is asked of; a task that only another country knows is asked
    there.
    Raises `UnknownName`, `AmbiguousName`, `BadInput`.
    """
    kinds, names = index.kinds, index.names
    on = parse_day("on", asked.on) if asked.on else default_day
    actor = names.find("actor", asked.referrer, "kind", kinds.roles | kinds.units, HOME) if asked.referrer else ANY
    task = names.find("task", asked.action, "action", kinds.lists["action"]) if asked.action else ANY
    country = names.country.get(actor, HOME)
    place, notes = names.find_place("place", asked.place, on) if asked.place else (country, ())
    stage, setting, urgency = (names.find(n, v, n, kinds.lists[n]) if (v := getattr(asked, n)) else ANY for n in _LISTS)
    facets = ("service", "group", "place", "on", "basis")
    question = Question(
        referrer=actor,
        receiver=ANY,
        action=task,
        service=names.find("service", asked.service, "kind", kinds.services, country) if asked.service else None,
        group=names.find("group", asked.group, "group", kinds.groups) if asked.group else None,
        place=place,
        on=on,
        basis=basis_of(asked.basis),
        holds=frozenset(names.find_condition("holds", c) for c in asked.holds),
        assumed=frozenset(f for f in facets if not getattr(asked, f)),
        notes=notes,
        stage=stage,
        setting=setting,
        urgency=urgency,
    )
    return (
        replace(question, place=_abroad(index, task)) if task and not asked.place and not asked.referrer else question
    )


_LISTS = ("stage", "setting", "urgency")


def _abroad(index: Index, task: str) -> str:
    """The home country where it knows the task, else the first one that does."""
    countries = {index.places.country.get(place, "") for action, place in index.shelf.in_place if action == task}
    return HOME if HOME in countries else min(filter(None, countries), default=HOME)


def parse_time(index: Index, parameter: str, value: str, place: str) -> datetime:
    """A time by the clock of the place's country, as 2026-11-24T14:30, or with a zone of its own. Raises `BadInput`."""
    try:
        told = datetime.fromisoformat(value.strip())
    except ValueError:
        message = "A time is written as 2026-11-24T14:30."
        raise BadInput(message, reason="no-time", parameter=parameter, value=value) from None
    clock = clocks.zone(index.places.country.get(place, HOME))
    return told.astimezone(clock) if told.tzinfo else told.replace(tzinfo=clock)
