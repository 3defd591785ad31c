"""The problems (RFC 9457) that are told before there is a request to answer: whole responses, ready to be written.

Nobody has said in which language, so they are in bokmål.
"""

import json
from collections.abc import Mapping
from http import HTTPStatus

from kg.core.errors import AddressTooLong, BadInput, Busy, HeadTooLarge, RettveiError, TooSlow
from kg.core.settings import Settings
from kg.wording import errors
from kg.wording.words import load

Head = tuple[bytes, bytes]

MOST_HEAD = 32_000
"""Bytes of a request's head that are held before it is complete."""


def responses(settings: Settings) -> Mapping[int, bytes]:
    """A response by its status, but for the end of its head: see `finished`."""
    head, body = f"{settings.header_seconds:g}", f"{settings.body_seconds:g}"
    return {
        400: _response(400, BadInput("This is no HTTP/1.1.", reason="no-http")),
        408: _response(408, TooSlow("The request came too slowly.", head=head, body=body)),
        414: _response(414, AddressTooLong("The address is over the limit.", reason="address", most=MOST_HEAD)),
        431: _response(431, HeadTooLarge("The head is over the limit.", reason="head", most=MOST_HEAD)),
        503: _response(503, Busy("All connections are taken.", reason="connections"), (b"retry-after", b"5")),
    }


def finished(response: bytes, more: list[Head]) -> bytes:
    """The response with more headers in it, such as the date."""
    head, _, body = response.partition(b"\r\n\r\n")
    return b"\r\n".join([head, *(name + b": " + value for name, value in more), b"", body])


def _response(status: int, error: RettveiError, *more: Head) -> bytes:
    said = errors.explained(error, load("nb"))
    body = {
        "type": f"https://w3id.org/rettvei/problem/{error.code}",
        "title": said.title,
        "status": status,
        "code": error.code,
        "detail": said.detail,
    }
    content = json.dumps(body, ensure_ascii=False).encode()
    head = (
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(content)).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
        *more,
    )
    line = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}".encode()
    return b"\r\n".join([line, *(name + b": " + value for name, value in head), b"", content])
