"""The load: every answer is waited for whole, and one that is no answer is no figure."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bench import load

BODY = b"x" * 100_000
FINE = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + BODY


@contextmanager
def answering(response: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A server that gives the same response to everything, on as many connections as come."""
    seen: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))
    threads = [threading.Thread(target=_serve, args=(listening, response, seen)) for _ in range(load.CONNECTIONS + 1)]
    for thread in threads:
        thread.start()
    yield listening.getsockname()[1], seen
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    for thread in threads:
        thread.join(10)


def _serve(listening: socket.socket, response: bytes, seen: list[bytes]) -> None:
    try:
        connection, _ = listening.accept()
    except OSError:
        return
    with connection:
        try:
            while request := connection.recv(4096):
                seen.append(request)
                connection.sendall(response)
        except ConnectionError:
            return


def test_a_run_asks_in_turns() -> None:
    requests = [load.get("/a"), load.get("/b", Accept="text/csv")]
    with answering(FINE) as (port, seen):
        found = load.run(port, os.getpid(), requests, 50)
    assert found.requests == 50
    assert found.a_second == pytest.approx(50 / found.seconds)
    assert sorted(seen) == sorted(requests * 25)


def test_one_answer_comes_whole() -> None:
    with answering(FINE) as (port, seen):
        assert load.answer(port, load.get("/a")) == BODY
    assert seen == [b"GET /a HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"]


def test_another_status_is_no_figure() -> None:
    refused = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n"
    with answering(refused) as (port, _), pytest.raises(ValueError, match="503"):
        load.run(port, os.getpid(), [load.get("/a")], 3)
