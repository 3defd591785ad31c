"""The query parameters of a route: said once, read strictly, and documented from the same list."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from fastapi import Request

from api import deps
from api.call import Call

_TEXT: Mapping[str, Any] = MappingProxyType({"type": "string"})
_TEXTS: Mapping[str, Any] = MappingProxyType({"type": "array", "items": {"type": "string"}})
_DAY: Mapping[str, Any] = MappingProxyType({"type": "string", "format": "date"})
_NAME = "An id, an IRI, a code, or any name in bokmål, nynorsk, Danish or English."

Described = tuple[str, Mapping[str, Any]]
"""What a parameter means, and its schema."""

KNOWN: Mapping[str, Described] = MappingProxyType(
    {
        "referrer": (f"Who refers. {_NAME}", _TEXT),
        "receiver": (f"To whom. {_NAME}", _TEXT),
        "action": ("What is to be done; refer if left out.", _TEXT),
        "service": ("The service that the receiver is asked for; if left out, what it mainly gives.", _TEXT),
        "setting": ("outpatient, which is assumed, or inpatient.", _TEXT),
        "group": ("The client group. Without one, rules for a group hold on a condition.", _TEXT),
        "urgency": ("planned, which is assumed, or emergency.", _TEXT),
        "stage": ("first-referral, which is assumed, or renewed-referral.", _TEXT),
        "place": ("Municipality, district or area, by name or number. Without one, the country's rules decide.", _TEXT),
        "on": ("The day; today in Norway if left out.", _DAY),
        "basis": ("Which sources may answer.", MappingProxyType({"enum": ["law", "papers", "all"], "default": "all"})),
        "holds": (
            "A condition that holds, by its id in an answer. May be repeated.",
            MappingProxyType({"type": "array"}),
        ),
        "decision": ("A decision id: the same question again, instead of the other parameters.", _TEXT),
        "all": ("Those for whom no rule is known, too.", MappingProxyType({"type": "boolean", "default": False})),
        "from": ("The earlier day; today if left out.", _DAY),
        "to": ("The later day; today if left out.", _DAY),
        "against": ("The other place.", _TEXT),
        "againstBasis": ("The other set of sources.", MappingProxyType({"enum": ["law", "papers", "all"]})),
        "since": ("What happened or lasted on or after this day.", _DAY),
        "until": ("What happened or began on or before this day.", _DAY),
        "instrument": ("The id of an instrument, such as sphl.", _TEXT),
        "limit": (
            "How many items to show.",
            MappingProxyType({"type": "integer", "minimum": 0, "maximum": deps.MOST_ITEMS, "default": 50}),
        ),
        "offset": ("How many items to leave out before.", MappingProxyType({"type": "integer", "minimum": 0})),
        "lang": (
            "The language of the answer; Accept-Language if left out, then bokmål.",
            MappingProxyType({"enum": ["nb", "nn", "da", "en"]}),
        ),
    }
)
"""Every parameter of this API that no stored query brings along: what it means, and its schema."""


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a route takes, beside `lang`. `needed` are those that must be there."""

    names: tuple[str, ...]
    needed: tuple[str, ...]
    meaning: Mapping[str, Described]

    def read(self, request: Request) -> Call:
        """The request with those that were given. Raises `BadInput` for one that is unknown, repeated or missing."""
        graph = deps.graph(request)
        voice = deps.voice(request, graph)
        given = deps.parameters(request, *self.needed, *self.names)
        deps.need(given, *self.needed)
        return Call(request, graph, voice, given)

    @property
    def documented(self) -> dict[str, Any]:
        """For OpenAPI."""
        said = {**KNOWN, **self.meaning}
        names = (*self.needed, *self.names, "lang")
        return {"parameters": [_described(n, *said[n], required=n in self.needed) for n in names]}


def takes(
    *names: str, needs: tuple[str, ...] = (), meaning: Mapping[str, Described] = MappingProxyType({})
) -> Parameters:
    """Parameters by name; `meaning` describes those that mean something else here than elsewhere.

    Raises `KeyError` for one that is not described above.
    """
    for name in (*names, *needs):
        KNOWN[name]
    return Parameters(names, needs, meaning)


def _described(name: str, description: str, schema: Mapping[str, Any], *, required: bool) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "description": description, "schema": dict(schema)}
