"""The types that a header may name, and how a value of each is written as a SPARQL term."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from kg.core.errors import BadInput
from kg.core.iris import ID, iri

_XSD = "http://www.w3.org/2001/XMLSchema#"
_LOCAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_STEP = r"(?:[A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})"
_ABSOLUTE = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:{_STEP}+(?:#{_STEP}*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})

COLLECTIONS = frozenset(
    [
        "kind",
        "action",
        "group",
        "urgency",
        "setting",
        "event",
        "day-count",
        "authority",
        "assurance",
        "stage",
        "channel",
        "document",
        "moment",
        "source-kind",
        "place",
        "norm",
        "provision",
        "provision-version",
        "finding",
        "study",
        "instrument",
        "condition",
        "presupposition",
        "deadline",
        "requirement",
        "timeline",
        "unit",
        "organisation",
        "former-catchment",
        "concept",
        "scheme",
        "agreement-item",
        "answer",
        "arena",
        "contradiction",
        "question",
        "rate",
        "realisation",
        "strategy",
        "team-arrangement",
        "team-goal",
        "team-topic",
    ]
)


def _string(value: str) -> str:
    if "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value):
        raise ValueError("a text without control codes")
    return f'"{value.translate(_ESCAPES)}"'


def _iri(value: str) -> str:
    if not _ABSOLUTE.fullmatch(value):
        raise ValueError("an absolute IRI, such as https://w3id.org/rettvei/id/kind/dps")
    return f"<{value}>"


def _date(value: str) -> str:
    try:
        day = date.fromisoformat(value) if _DATE.fullmatch(value) else None
    except ValueError:
        day = None
    if day is None:
        raise ValueError("a date as YYYY-MM-DD")
    return f'"{day.isoformat()}"^^<{_XSD}date>'


def _integer(value: str) -> str:
    if not _INTEGER.fullmatch(value):
        raise ValueError("a whole number")
    return f'"{int(value)}"^^<{_XSD}integer>'


def _boolean(value: str) -> str:
    if value not in {"true", "false"}:
        raise ValueError("true or false")
    return f'"{value}"^^<{_XSD}boolean>'


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError("a language tag, such as nb or en")
    return f'"{value.lower()}"'


SCALARS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "string": _string,
        "iri": _iri,
        "date": _date,
        "integer": _integer,
        "boolean": _boolean,
        "language": _language,
    }
)
PARAMETER_TYPES = COLLECTIONS | SCALARS.keys()
COLUMN_TYPES = PARAMETER_TYPES | {"text", "term"}
"""A column may also be `text`, a string that may carry a language, or `term`, anything at all."""


def _resource(collection: str, value: str) -> str:
    local = value.removeprefix(f"{ID}{collection}/")
    if not _LOCAL.fullmatch(local):
        raise ValueError(f"an id of the collection {collection}, or its IRI")
    return f"<{iri(collection, local)}>"


def term(name: str, kind: str, value: str) -> str:
    """The SPARQL term for a value of a type in `PARAMETER_TYPES`; `name` is the parameter that it was given for.

    A type that names a collection takes an id of that collection or its whole IRI. Nothing in the value can
    end the term. Raises `BadInput` naming the parameter and what was expected.
    """
    try:
        return SCALARS[kind](value) if kind in SCALARS else _resource(kind, value)
    except ValueError as error:
        shown = value if len(value) <= 60 else f"{value[:60]}…"
        message, said = f"{name}: {shown!r} is not {error}.", {"value": shown, "type": kind, "expected": str(error)}
        raise BadInput(message, reason="wrong-type", parameter=name, **said) from None
