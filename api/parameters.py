"""The query parameters of a route: said once, read strictly, and documented from the same list."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple

from fastapi import Request

from api import deps
from api.call import Call
from kg.index.evidence import SORTS
from kg.model.norm import Modality

_TEXT: Mapping[str, Any] = MappingProxyType({"type": "string"})
_TEXTS: Mapping[str, Any] = MappingProxyType({"type": "array", "items": {"type": "string"}})
_BASIS: Mapping[str, Any] = MappingProxyType({"$ref": "#/components/schemas/Basis"})
_DAY: Mapping[str, Any] = MappingProxyType({"type": "string", "format": "date"})
_NAME = "An id, an IRI, a code, or any name in bokmål, nynorsk, Danish or English."


class Described(NamedTuple):
    """What a parameter means, its schema, and an example: those of one route make a question together."""

    meaning: str
    schema: Mapping[str, Any]
    example: Any = None


def _number(most: int, default: int) -> Mapping[str, Any]:
    return {"type": "integer", "minimum": 0, "maximum": most, "default": default}


KNOWN: Mapping[str, Described] = MappingProxyType(
    {
        "referrer": Described(f"Who refers. {_NAME}", _TEXT, "fastlege"),
        "receiver": Described(f"To whom. {_NAME}", _TEXT, "SMP"),
        "action": Described("What is to be done; refer if left out.", _TEXT, "refer"),
        "service": Described("The service asked for; if left out, what the receiver mainly gives.", _TEXT),
        "setting": Described("outpatient, which is assumed, or inpatient.", _TEXT, "outpatient"),
        "group": Described("The client group. Without one, rules for a group hold on a condition.", _TEXT),
        "urgency": Described("planned, which is assumed, or emergency.", _TEXT, "planned"),
        "stage": Described("first-referral, which is assumed, or renewed-referral.", _TEXT, "first-referral"),
        "place": Described(
            "Municipality, district or area, by name or number. Without one, the country's rules decide.",
            _TEXT,
            "Askøy",
        ),
        "on": Described("The day; today in Norway if left out.", _DAY, "2026-07-02"),
        "basis": Described("Which sources may answer; all if left out.", _BASIS, "law"),
        "holds": Described(
            "A condition that holds, by its id in an answer. May be repeated.", _TEXTS, ["acts-as-social-service"]
        ),
        "task": Described("The task. Without one, all that somebody has.", _TEXT, "make-individual-plan"),
        "subject": Described("What is decided. Without one, all that somebody decides.", _TEXT, "declare-ready"),
        "actor": Described(f"Who it is asked of; anybody if left out. {_NAME}", _TEXT),
        "at": Described(
            "When the event happened that the stage begins with, by the clock of the place; deadlines run from it.",
            MappingProxyType({"type": "string", "format": "date-time"}),
            "2026-11-24T14:30",
        ),
        "decision": Described("A decision id: the same question again, instead of the other parameters.", _TEXT),
        "all": Described("Those for whom no rule is known, too.", {"type": "boolean", "default": False}, True),
        "from": Described("The earlier day; today if left out.", _DAY, "2015-06-30"),
        "to": Described("The later day; today if left out.", _DAY, "2015-07-01"),
        "against": Described("The other place.", _TEXT, "Bergen"),
        "againstBasis": Described("The other set of sources.", _BASIS, "all"),
        "since": Described("What happened or lasted on or after this day.", _DAY, "2012-01-01"),
        "until": Described("What happened or began on or before this day.", _DAY, "2022-12-31"),
        "instrument": Described("The id of an instrument, such as sphl.", _TEXT, "sphl"),
        "about": Described(
            "What it is about: an id such as gp, or collection/id such as stage/discharge where several share one.",
            _TEXT,
            "gp",
        ),
        "sort": Described(
            "Only findings of this sort.",
            MappingProxyType({"type": "string", "enum": list(SORTS)}),
            "barrier",
        ),
        "jurisdiction": Described("Only what is of this country, such as norway or Danmark.", _TEXT, "norway"),
        "scheme": Described("Only the concepts of this scheme, by id.", _TEXT, "rainbow-model"),
        "study": Described("Only what this study says, by id.", _TEXT, "000"),
        "seen": Described("Only what was seen in this place of a study, by id.", _TEXT, "southern-norway-case"),
        "modality": Described(
            "Only norms of this modality.",
            MappingProxyType({"type": "string", "enum": [m.value for m in Modality]}),
            "permission",
        ),
        "bearer": Described(f"Only norms that name this bearer, or what it is a kind of. {_NAME}", _TEXT, "fastlege"),
        "counterpart": Described(
            f"Only norms that name this counterpart, or what it is a kind of. {_NAME}", _TEXT, "DPS"
        ),
        "holdsOn": Described(
            "Only norms that may hold on this day: a date that is not known rules nothing out.", _DAY, "2026-07-02"
        ),
        "limit": Described("How many items to show.", _number(deps.MOST_ITEMS, 50), 10),
        "offset": Described("How many items to leave out before.", _number(deps.MOST_OFFSET, 0), 0),
        "lang": Described(
            "The language of the answer; Accept-Language if left out, then bokmål.",
            MappingProxyType({"$ref": "#/components/schemas/Language"}),
            "en",
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
    offered: tuple[str, ...]

    def read(self, request: Request) -> Call:
        """The request with those that were given.

        Raises `BadInput` for one that is unknown, repeated or missing, `NotAcceptable` when none of the media types
        that the route offers will do.
        """
        deps.media_type(request, self.offered)
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
        return {"parameters": [_written(n, said[n], required=n in self.needed) for n in names]}


def takes(
    *names: str,
    needs: tuple[str, ...] = (),
    meaning: Mapping[str, Described] = MappingProxyType({}),
    offered: tuple[str, ...] = ("application/json",),
) -> Parameters:
    """Parameters by name; `meaning` describes those that mean something else here than elsewhere.

    `offered` are the media types that the route answers in.

    Raises `KeyError` for one that is not described above.
    """
    for name in (*names, *needs):
        KNOWN[name]
    return Parameters(names, needs, meaning, offered)


def _written(name: str, said: Described, *, required: bool) -> dict[str, Any]:
    found = {
        "name": name,
        "in": "query",
        "required": required,
        "description": said.meaning,
        "schema": dict(said.schema),
    }
    return found if said.example is None else found | {"example": said.example}
