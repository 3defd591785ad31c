"""What is refused by its head alone, before any route: too long, too many, for another host, not readable."""

from urllib.parse import unquote_to_bytes

from starlette.types import Scope

from api.doors import hosts
from kg.core.errors import AddressTooLong, BadInput, HeadTooLarge, WrongHost

MOST_QUERY = 8_000
"""Bytes of a query string."""

MOST_PARAMETERS = 100
"""Parameters in a query string."""

MOST_HEADERS = 100
"""Header fields."""

MOST_HEADER_BYTES = 16_000
"""Bytes of all header fields together."""

_WITHOUT_PARAMETERS = ("/static/", "/health/", "/metrics", "/openapi.json", "/.well-known/")
"""Routes that take none, and do not look at them themselves."""


def check(scope: Scope, known_hosts: frozenset[str]) -> None:
    """Raises `HeadTooLarge`, `WrongHost`, `AddressTooLong`, `BadInput`."""
    _check_headers(scope["headers"], known_hosts)
    if scope["query_string"]:
        _check_query(scope["query_string"], scope["path"])


def _check_headers(headers: list[tuple[bytes, bytes]], known_hosts: frozenset[str]) -> None:
    if len(headers) > MOST_HEADERS:
        raise HeadTooLarge("There are too many header fields.", reason="headers", most=MOST_HEADERS)
    size = 0
    for name, value in headers:
        size += len(name) + len(value)
        if name == b"host" and not hosts.is_allowed(value, known_hosts):
            raise WrongHost("The server does not answer for this host.")
    if size > MOST_HEADER_BYTES:
        raise HeadTooLarge("The header fields are over the limit.", reason="head", most=MOST_HEADER_BYTES)


def _check_query(query: bytes, path: str) -> None:
    if len(query) > MOST_QUERY:
        raise AddressTooLong("The query string is over the limit.", reason="query-string", most=MOST_QUERY)
    if query.count(b"&") >= MOST_PARAMETERS:
        raise BadInput("There are too many parameters.", reason="too-many-parameters", most=MOST_PARAMETERS)
    if not _is_text(query):
        raise BadInput("The parameters are UTF-8 without NUL.", reason="no-text")
    if path.startswith(_WITHOUT_PARAMETERS):
        names = [unquote_to_bytes(part.partition(b"=")[0]).decode() for part in query.split(b"&")]
        for name in {*names} - {"lang", ""}:
            raise BadInput("There is no such parameter here.", reason="unknown-parameter", parameter=name)


def _is_text(query: bytes) -> bool:
    """UTF-8 without NUL, once the percent signs are read."""
    if b"%" not in query and query.isascii():
        return True
    raw = unquote_to_bytes(query)
    try:
        return "\0" not in raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
