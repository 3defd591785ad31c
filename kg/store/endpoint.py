"""Ask a SPARQL endpoint over HTTP (https://www.w3.org/TR/sparql11-protocol/), and take no more than it may give.

The query is sent as a form, which every endpoint takes. Nothing is followed elsewhere: no redirect, and no proxy of the
environment. An answer is read whole before any of it is used, so that one that breaks off is no short answer.
"""

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer
from typing import NamedTuple
from urllib.parse import unquote, urlencode

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import (
    ConnectTimeoutError,
    EmptyPoolError,
    HTTPError,
    IncompleteRead,
    NewConnectionError,
    ProtocolError,
    ReadTimeoutError,
    SSLError,
)
from urllib3.response import HTTPResponse

from kg.core.errors import Busy, StoreUnavailable

AT_ONCE = 8
"""Questions under way at once; more wait `TURN` seconds at most."""

TURN = 1
CONNECT = 3.0
PART = 65_536

RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
TRIPLES = "application/n-triples, text/turtle;q=0.8"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask; within how many seconds a whole answer must be there, and how many bytes it may have."""

    url: str
    seconds: float = 30.0
    most: int = 256 * 2**20


class Plain(HTTPConnection):
    """A connection that is cut when the head of an answer is not whole in time, however it trickles in."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 has it
        """The head of the answer."""
        with _cut_after(self):
            return super().getresponse()


class Secure(HTTPSConnection):
    """The same over TLS."""

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as urllib3 has it
        """The head of the answer."""
        with _cut_after(self):
            return super().getresponse()


@contextmanager
def _cut_after(connection: HTTPConnection) -> Iterator[None]:
    """Timeouts of sockets begin anew with each byte."""
    watch = Timer(connection.timeout or 0, _shut, [connection.sock])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _shut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


class Answer(NamedTuple):
    """What came back: its media type without parameters, and the whole body."""

    media: str
    body: bytes


def connections(endpoint: Endpoint) -> urllib3.HTTPConnectionPool:
    """Connections to an endpoint, kept open between questions; safe to share among threads."""
    pool = urllib3.connection_from_url(endpoint.url, maxsize=AT_ONCE, block=True)
    pool.ConnectionCls = Secure if isinstance(pool, urllib3.HTTPSConnectionPool) else Plain
    return pool


def fetch(
    pool: urllib3.HTTPConnectionPool, endpoint: Endpoint, query: str, accept: str, more: Sequence[tuple[str, str]] = ()
) -> Answer:
    """Ask one query. `accept` names the media types that the caller reads, `more` further fields of the protocol.

    Raises `StoreUnavailable`, its reason one of refused, timeout, redirected, status, too-large, cut and insecure, and
    `Busy` when `AT_ONCE` others wait for theirs.
    """
    ends = time.monotonic() + endpoint.seconds
    with _told(endpoint, ends), _answered(pool, endpoint, [("query", query), *more], accept) as response:
        if time.monotonic() > ends:
            raise _late(endpoint)
        _check(response)
        media = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Answer(media, _body(response, endpoint, ends))


def _check(response: urllib3.BaseHTTPResponse) -> None:
    if 300 <= response.status < 400:
        raise StoreUnavailable("The store points to another address.", reason="redirected")
    if response.status != 200:
        message = f"The store answers with HTTP {response.status}."
        raise StoreUnavailable(message, reason="status", answered=response.status)


@contextmanager
def _answered(
    pool: urllib3.HTTPConnectionPool, endpoint: Endpoint, fields: Sequence[tuple[str, str]], accept: str
) -> Iterator[urllib3.BaseHTTPResponse]:
    """The response, its body still to be read; the connection is given back, or closed when something is left in it."""
    address = urllib3.util.parse_url(endpoint.url)
    headers = {"Accept": accept, "Accept-Encoding": "identity", "Content-Type": "application/x-www-form-urlencoded"}
    if address.auth:
        headers |= urllib3.make_headers(basic_auth=unquote(address.auth))
    response = pool.urlopen(
        "POST",
        address.request_uri,
        body=urlencode(fields),
        headers=headers,
        redirect=False,
        retries=False,
        timeout=urllib3.Timeout(connect=min(CONNECT, endpoint.seconds), read=endpoint.seconds),
        pool_timeout=TURN,
        preload_content=False,
    )
    whole = False
    try:
        yield response
        whole = True
    finally:
        if not whole:
            response.close()
        response.release_conn()


def _body(response: urllib3.BaseHTTPResponse, endpoint: Endpoint, ends: float) -> bytes:
    parts, size = [], 0
    if (response.length_remaining or 0) > endpoint.most:
        raise _too_large(endpoint)
    while part := response.read1(PART):
        size += len(part)
        parts.append(part)
        if size > endpoint.most:
            raise _too_large(endpoint)
        if time.monotonic() > ends:
            raise _late(endpoint)
    return b"".join(parts)


@contextmanager
def _told(endpoint: Endpoint, ends: float) -> Iterator[None]:
    """What went wrong on the way, as the error that callers know."""
    try:
        yield
    except EmptyPoolError as error:
        raise Busy("Too many questions wait for the store.") from error
    except NewConnectionError as error:  # counts as a ConnectTimeoutError too
        raise StoreUnavailable("The store cannot be reached.", reason="refused") from error
    except (ConnectTimeoutError, ReadTimeoutError) as error:
        raise _late(endpoint) from error
    except SSLError as error:
        raise StoreUnavailable("The store does not prove who it is.", reason="insecure") from error
    except (ProtocolError, IncompleteRead) as error:
        if time.monotonic() > ends:
            raise _late(endpoint) from error
        raise StoreUnavailable("The answer of the store breaks off.", reason="cut") from error
    except HTTPError as error:
        raise StoreUnavailable("The store cannot be read.", reason="refused") from error


def _late(endpoint: Endpoint) -> StoreUnavailable:
    message = f"The store has not answered within {endpoint.seconds:g} seconds."
    return StoreUnavailable(message, reason="timeout", seconds=f"{endpoint.seconds:g}")


def _too_large(endpoint: Endpoint) -> StoreUnavailable:
    message = f"The answer of the store is larger than {endpoint.most} bytes."
    return StoreUnavailable(message, reason="too-large", most=endpoint.most)
