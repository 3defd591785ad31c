"""A load over a few kept connections: plain sockets in one loop, far cheaper a request than any server answers it."""

import re
import selectors
import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from os import sysconf
from pathlib import Path
from time import perf_counter

CONNECTIONS = 16
_CHUNK = 1 << 18
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Load:
    """What a run of requests took: `seconds` on the clock, `cpu` seconds of the server's own work."""

    requests: int
    seconds: float
    cpu: float

    @property
    def a_second(self) -> float:
        """Requests answered in a second."""
        return self.requests / self.seconds

    @property
    def milliseconds(self) -> float:
        """Time on the clock for one request, with all connections busy."""
        return 1000 * self.seconds / self.requests

    @property
    def cpu_milliseconds(self) -> float:
        """The server's work for one request."""
        return 1000 * self.cpu / self.requests


def get(path: str, **headers: str) -> bytes:
    """A request as it goes over the wire. The path is written as in an address."""
    lines = [f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *(f"{n.replace('_', '-')}: {v}" for n, v in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("ascii")


def run(port: int, pid: int, requests: Sequence[bytes], count: int) -> Load:
    """So many requests in all, in turns out of these. Raises `ValueError` for an answer that is no 200."""
    before, start = cpu_seconds(pid), perf_counter()
    _exchange(port, list(islice(cycle(requests), count)))
    return Load(count, perf_counter() - start, cpu_seconds(pid) - before)


def answer(port: int, request: bytes) -> bytes:
    """The body of one answer."""
    with _connected(port) as connection:
        connection.setblocking(True)
        connection.sendall(request)
        received = b""
        while (size := _size(received)) is None or len(received) < size:
            received += connection.recv(_CHUNK)
    return received.partition(b"\r\n\r\n")[2]


def cpu_seconds(pid: int) -> float:
    """What a process has worked so far, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK")


def _exchange(port: int, requests: Sequence[bytes]) -> None:
    """Every connection sends its next request as soon as it has its answer."""
    todo = iter(requests)
    with selectors.DefaultSelector() as ready, ExitStack() as opened:
        for _ in range(CONNECTIONS):
            connection = opened.enter_context(_connected(port))
            ready.register(connection, selectors.EVENT_READ, _Exchange(connection, todo))
        while ready.get_map():
            for key, _ in ready.select():
                if not key.data.advance():
                    ready.unregister(key.fileobj)


class _Exchange:
    """One connection, and how far its answer has come."""

    def __init__(self, connection: socket.socket, todo: Iterator[bytes]) -> None:
        self.connection = connection
        self._todo = todo
        self._received = 0
        self._size: int | None = None
        self._next()

    def advance(self) -> bool:
        """Read what has come; False when nothing is left to ask."""
        data = self.connection.recv(_CHUNK)
        if not data:
            raise ConnectionError("the server closed a connection")
        if self._size is None:
            self._size = _size(data)
        self._received += len(data)
        return self._received < (self._size or 0) or self._next()

    def _next(self) -> bool:
        self._received, self._size = 0, None
        request = next(self._todo, None)
        if request is not None:
            self.connection.sendall(request)
        return request is not None


def _size(data: bytes) -> int | None:
    """How long the whole answer is, once its head is there."""
    head, end, _ = data.partition(b"\r\n\r\n")
    if not end:
        return None
    length = _LENGTH.search(head)
    if length is None or not head.startswith(b"HTTP/1.1 200"):
        raise ValueError(f"no whole answer: {head[:200]!r}")
    return len(head) + len(end) + int(length[1])


def _connected(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection
