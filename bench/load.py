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
_LAST = b"\r\n0\r\n\r\n"
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


def run(port: int, pid: int, requests: Sequence[bytes], count: int, connections: int = CONNECTIONS) -> Load:
    """So many requests in all, in turns out of these. Raises `ValueError` for an answer that is no 200."""
    before, start = cpu_seconds(pid), perf_counter()
    _exchange(port, list(islice(cycle(requests), count)), connections)
    return Load(count, perf_counter() - start, cpu_seconds(pid) - before)


def answer(port: int, request: bytes) -> bytes:
    """The body of one answer, as it came."""
    told, received = _Answer(), b""
    with _connected(port) as connection:
        connection.sendall(request)
        whole = False
        while not whole:
            data = _some(connection)
            received, whole = received + data, told.is_whole(data)
    return received.partition(b"\r\n\r\n")[2]


def cpu_seconds(pid: int) -> float:
    """What a process has worked so far, all its threads together."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / sysconf("SC_CLK_TCK")


def _exchange(port: int, requests: Sequence[bytes], connections: int) -> None:
    """Every connection sends its next request as soon as it has its answer."""
    todo = iter(requests)
    with selectors.DefaultSelector() as ready, ExitStack() as opened:
        for _ in range(connections):
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
        self._answer = _Answer()
        self._next()

    def advance(self) -> bool:
        """Read what has come; False when nothing is left to ask."""
        return not self._answer.is_whole(_some(self.connection)) or self._next()

    def _next(self) -> bool:
        self._answer = _Answer()
        request = next(self._todo, None)
        if request is not None:
            self.connection.sendall(request)
        return request is not None


class _Answer:
    """How much of an answer there is: its length is known by its head, else it ends with an empty chunk."""

    def __init__(self) -> None:
        self._size: int | None = None
        self._received = 0
        self._end = b""

    def is_whole(self, data: bytes) -> bool:
        """Whether the answer is whole with what has come now. Raises `ValueError` for one that is no 200."""
        if not self._received:
            self._size = _size(data)
        self._received += len(data)
        self._end = (self._end + data)[-len(_LAST) :]
        return self._end == _LAST if self._size is None else self._received >= self._size


def _size(data: bytes) -> int | None:
    """How long the whole answer is by its head; None for one that comes in chunks."""
    head, end, _ = data.partition(b"\r\n\r\n")
    length = _LENGTH.search(head)
    if not end or not head.startswith(b"HTTP/1.1 200") or not (length or b"chunked" in head.lower()):
        raise ValueError(f"no whole answer: {head[:200]!r}")
    return len(head) + len(end) + int(length[1]) if length else None


def _some(connection: socket.socket) -> bytes:
    data = connection.recv(_CHUNK)
    if not data:
        raise ConnectionError("the server closed a connection")
    return data


def _connected(port: int) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection
