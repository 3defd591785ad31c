"""What a route answers with, for OpenAPI: its own shape, and a problem for everything that can go wrong there."""

from collections.abc import Sequence
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from api.errors import MEDIA_TYPE, STATUS

Responses = dict[int | str, dict[str, Any]]

EVERYWHERE = (400, 413, 414, 415, 421, 431, 500, 503)
"""What the doors give on any route, and what may befall any of them."""

_OF_DOORS = MappingProxyType({405: "method-not-allowed"})
"""Codes of statuses that no error of ours has."""

_HEADERS = MappingProxyType(
    {
        "ETag": {"description": "The answer's tag, for If-None-Match.", "schema": {"type": "string"}},
        "KG-Version": {"description": "The version of the graph that answered.", "schema": {"type": "string"}},
    }
)


def answers(shape: type[BaseModel], *statuses: int, also: Sequence[str] = ()) -> Responses:
    """The responses of a GET under /v1: JSON of this shape, the media types in `also` as text, 304, and problems.

    `statuses` are those of its own errors, beside `EVERYWHERE`.
    """
    answer: dict[str, Any] = {"model": shape, "description": "The answer.", "headers": dict(_HEADERS)}
    if also:
        answer["content"] = {media: {"schema": {"type": "string"}} for media in also}
    known = "The client has this answer: its ETag came in If-None-Match."
    return {200: answer, 304: {"description": known}} | problems(406, *statuses)


def problems(*statuses: int) -> Responses:
    """Problem details (RFC 9457) with these statuses and those of `EVERYWHERE`, each with the codes it may bear."""
    return {status: _problem(status) for status in sorted({*EVERYWHERE, *statuses})}


def codes(status: int) -> list[str]:
    """The codes of the errors that have this status. A client is told one code for all that is our own fault."""
    if status == 500:
        return ["error"]
    found = {error.code for error, given in STATUS.items() if given == status}
    return sorted(found) or [_OF_DOORS.get(status, "error")]


def _problem(status: int) -> dict[str, Any]:
    said = ", ".join(f"`{code}`" for code in codes(status))
    schema = {"$ref": "#/components/schemas/ProblemDetails"}
    return {
        "description": f"{HTTPStatus(status).phrase}. The code is {said}.",
        "content": {MEDIA_TYPE: {"schema": schema}},
    }
