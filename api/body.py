"""The body of a request, strictly read: JSON as RFC 8259 and I-JSON (RFC 7493) want it, nothing guessed.

The parser is the standard library's, by its hooks: orjson and msgspec are faster, but take the last of two equal keys
without a word, and bodies here are small.
"""

import json
import math
import re
from typing import Any, NoReturn

from starlette.requests import Request

from kg.core.errors import BadInput, TooLarge, UnsupportedMedia

MOST = 100_000
"""Bytes of a JSON body."""

DEEPEST = 32
"""Brackets within brackets."""

_JSON = "application/json"
_CHARSET = re.compile(r';\s*charset\s*=\s*"?([^";\s]*)', re.IGNORECASE)
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)
_SHOWN = 40
"""Letters of a number that an error repeats."""


async def json_object(request: Request) -> dict[str, Any]:
    """The JSON object in the body.

    Raises `UnsupportedMedia` unless it is sent as application/json, `TooLarge` over `MOST` bytes, and `BadInput`, which
    says where, for what is no UTF-8, no JSON, no object, too deep, or holds a key twice or a number beyond a double.
    """
    if media_type(request) != _JSON:
        raise UnsupportedMedia("The body is not sent as JSON.", readable=[_JSON])
    return parsed(await read(request, MOST))


async def read(request: Request, most: int) -> bytes:
    """The body. Raises `TooLarge` as soon as it is over `most` bytes, and `UnsupportedMedia` when it is compressed."""
    if request.headers.get("content-encoding", "identity").strip().lower() != "identity":
        raise UnsupportedMedia("The body is compressed.", reason="compressed")
    length = request.headers.get("content-length", "")
    if length.isdecimal() and (len(length) > 18 or int(length) > most):
        raise TooLarge("The body is over the limit.", reason="body", most=most)
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise TooLarge("The body is over the limit.", reason="body", most=most)
    return bytes(body)


def media_type(request: Request) -> str:
    """What the body is sent as, without parameters; empty where it is not said."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


def check_encoding(request: Request) -> None:
    """Raises `UnsupportedMedia` when the body is said to be in another encoding than UTF-8."""
    said = _CHARSET.search(request.headers.get("content-type", ""))
    if said and said[1].lower() not in ("utf-8", "utf8", "us-ascii"):
        raise UnsupportedMedia("The body is not in UTF-8.", reason="charset")


def parsed(raw: bytes) -> dict[str, Any]:
    """The JSON object in these bytes. Raises `BadInput` as `json_object`."""
    text = _decoded(raw)
    _check_depth(text)
    try:
        found = json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_float, parse_int=_int
        )
    except json.JSONDecodeError as error:
        message = f"The body is no JSON: line {error.lineno}, column {error.colno}."
        raise BadInput(message, reason="no-json", line=error.lineno, column=error.colno) from None
    if not isinstance(found, dict):
        raise BadInput("The body is a JSON object.", reason="no-object")
    if "\\u" in text:
        _check_letters(found)
    return found


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = _place(raw[: error.start].decode("utf-8"))
        raise BadInput("The body is UTF-8.", reason="no-utf-8", line=line, column=column) from None


def _check_depth(text: str) -> None:
    """Before the parser, which would call itself for every bracket. One pass, over the strings at once."""
    if text.count("[") + text.count("{") <= DEEPEST:
        return
    depth = 0
    for token in _STRING_OR_BRACKET.finditer(text):
        sort = token[0][0]
        depth += (sort in "[{") - (sort in "]}")
        if depth > DEEPEST:
            line, column = _place(text[: token.start()])
            message = f"No more than {DEEPEST} brackets within brackets."
            raise BadInput(message, reason="too-deep", most=DEEPEST, line=line, column=column)


def _check_letters(found: dict[str, Any]) -> None:
    """Half of a surrogate pair can be escaped in JSON, and is no text: nothing could be answered with it."""
    try:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise BadInput("A string holds half of a character.", reason="half-letter") from None


def _place(before: str) -> tuple[int, int]:
    """Line and column after this text, both from 1."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadInput("A key stands once in an object.", reason="key-twice", name=_sayable(key))
        found[key] = value
    return found


def _sayable(text: str) -> str:
    """Without halves of letters, which no answer can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _no_constant(name: str) -> NoReturn:
    raise BadInput(f"{name} is no JSON.", reason="not-a-number", value=name)


def _float(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise BadInput("A number is too large.", reason="number-too-large", value=text[:_SHOWN])
    return number


def _int(text: str) -> int:
    """Within a double: above, one reader would take it for infinite and another for a number."""
    _float(text)
    return int(text)
