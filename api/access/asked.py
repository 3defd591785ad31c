"""From subject, action, resource and context to a question of ours (AuthZEN, "Information Model").

The subject is the referrer, the resource the receiver. A context may give the facets of a question. A property of a
subject, action or resource is looked up as a kind by its notation (`status=archived`). What means nothing here is
ignored, and named in the answer.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.access.members import Json, needed, optional, pointer, texts
from kg.core.errors import BadInput, RettveiError
from kg.index.access import Types
from kg.index.index import Index
from kg.index.resolve import HOME, resolve, today
from kg.index.widened import told
from kg.model.question import Also, Asked, Question

FACETS = ("on", "place", "service", "setting", "group", "urgency", "basis")
"""What a context may give, beside `holds`."""

MOST_NAMED = 20
"""How many ignored members an answer names, and the letters of a pointer that it repeats."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Thing:
    """A subject, resource or action: where it stands, its type (none for an action), id or name, and properties."""

    at: str
    type: str
    id: str
    properties: Json


@dataclass(frozen=True, slots=True)
class Request:
    """One evaluation that is asked for; `context_at` is where its context stands."""

    subject: Thing
    action: Thing
    resource: Thing
    context: Json
    context_at: str = "/context"


@dataclass(frozen=True, slots=True)
class Understood:
    """A question, and the pointers of what was ignored."""

    question: Question
    ignored: tuple[str, ...]


def thing(of: Json, at: str, name: str, *, searched: bool = False) -> Thing:
    """A subject or resource; the id of one that is searched for is not read. Raises `BadInput`."""
    where = pointer(at, name)
    said = needed(of, at, name, dict)
    ident = "" if searched else needed(said, where, "id", str)
    return Thing(where, needed(said, where, "type", str), ident, optional(said, where, "properties", dict) or {})


def action(of: Json, at: str) -> Thing:
    """The action. Raises `BadInput`."""
    where = pointer(at, "action")
    said = needed(of, at, "action", dict)
    return Thing(where, "", needed(said, where, "name", str), optional(said, where, "properties", dict) or {})


def understood(index: Index, asked: Request) -> Understood:
    """The question. Raises `BadInput`, `UnknownName`, `AmbiguousName`, each with the pointer of what is wrong."""
    subjects = members(index.access.subjects, asked.subject)
    resources = members(index.access.resources, asked.resource)
    _check_type(index, asked.subject, index.access.subjects)
    _check_type(index, asked.resource, index.access.resources)
    facets = {f: optional(asked.context, asked.context_at, f, str) for f in FACETS}
    holds = texts(asked.context, asked.context_at, "holds")
    try:
        find, country = index.names.find, index.names.country
        receiver = find("resource", asked.resource.id, "kind", resources, HOME)
        referrer = find("subject", asked.subject.id, "kind", subjects, country.get(receiver, HOME))
        done = find("action", asked.action.id, "action", index.kinds.lists.get("action", ()))
        named = ((asked.subject, "kind", referrer), (asked.action, "action", done), (asked.resource, "kind", receiver))
        looked_up = [found for thing, collection, ident in named for found in _told(index, thing, collection, ident)]
        also = [a for _, found in looked_up for a in found or ()]
        given = Asked(referrer=referrer, receiver=receiver, action=done, holds=holds, **facets)
        question = resolve(index, given, today(), also)
    except RettveiError as error:
        error.details.setdefault("pointer", _pointer(asked, str(error.details.get("parameter"))))
        raise
    unknown = [where for where, found in looked_up if found is None]
    return Understood(question, _named([*unknown, *_unread(asked)]))


def members(types: Types, thing: Thing) -> frozenset[str]:
    """The kinds of a thing's type. Raises `BadInput` that lists the known types."""
    if thing.type not in types:
        at = pointer(thing.at, "type")
        raise BadInput("There is no such type.", reason="no-type", pointer=at, value=thing.type, known=list(types))
    return types[thing.type]


def _check_type(index: Index, thing: Thing, types: Types) -> None:
    """Raises `BadInput` for a name that only other types know: the type is wrong then, rather than the name."""
    access, names = index.access, index.names
    if names.meant(thing.id, "kind", types[thing.type]):
        return
    every = [(name, ids) for side in (access.subjects, access.resources) for name, ids in side.items()]
    found = sorted({name for name, ids in every if name != thing.type and names.meant(thing.id, "kind", ids)})
    if found:
        raise BadInput(
            "The name is one of another type.",
            reason="other-type",
            pointer=pointer(thing.at, "type"),
            value=thing.id,
            asked=thing.type,
            types=found,
            known=list(types),
        )


def _told(index: Index, thing: Thing, collection: str, ident: str) -> Iterator[tuple[str, frozenset[Also] | None]]:
    """What each property adds, by its pointer; None for one that means nothing here."""
    for name, value in thing.properties.items():
        notation = _notation(name, value)
        found = told(index, collection, ident, notation) if notation else None
        yield pointer(pointer(thing.at, "properties"), name), found


def _notation(name: str, value: Any) -> str | None:
    """A property as the notation of a kind: `status=archived`, `soft=true`; None for a list, an object and null."""
    if isinstance(value, str):
        return f"{name}={value}"
    return f"{name}={json.dumps(value)}" if isinstance(value, bool | int | float) else None


def _unread(asked: Request) -> Iterator[str]:
    known = {*FACETS, "holds"}
    yield from (pointer(asked.context_at, name) for name in asked.context if name not in known)


def _named(pointers: list[str]) -> tuple[str, ...]:
    return tuple(p if len(p) <= _LONGEST else p[:_LONGEST] + "…" for p in pointers[:MOST_NAMED])


def _pointer(asked: Request, parameter: str) -> str:
    """Where in the request a parameter of ours stands."""
    own = {
        "subject": pointer(asked.subject.at, "id"),
        "resource": pointer(asked.resource.at, "id"),
        "action": pointer(asked.action.at, "name"),
    }
    return own.get(parameter, pointer(asked.context_at, parameter))
