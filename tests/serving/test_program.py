"""The service as it runs: strangers' crowds and floods, its log, its end."""

import json
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import quote

import pytest

from kg.serving import descriptors
from tests import real
from tests.serving.program import CHECK, Program, running, wait_for_end
from tests.serving.served import PATIENCE, get, rest, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")

CLOSE = "Connection: close"
STARTS = (b"", b"GET / HTTP/1.1\r\nHost: loc", get("/health/live"), get("/x", "Content-Length: 9", method="POST"))
SPARE = 12_000_000
"""Bytes that a process may grow by for its own reasons."""


@pytest.fixture(scope="module")
def program() -> Iterator[Program]:
    with running(header_seconds="1", body_seconds="1") as found:
        assert ask(found, get("/health/ready", CLOSE)).startswith(b"HTTP/1.1 200")
        yield found


def connect(program: Program) -> socket.socket:
    return socket.create_connection(("127.0.0.1", program.port), timeout=PATIENCE)


def ask(program: Program, request: bytes) -> bytes:
    with connect(program) as client:
        client.sendall(request)
        return rest(client)


def crowd(program: Program, count: int) -> None:
    """So many connections held at once until the server lets go of them; it answers others all the while."""
    with ExitStack() as held:
        clients = [held.enter_context(connect(program)) for _ in range(count)]
        for i, client in enumerate(clients):
            client.sendall(STARTS[i % len(STARTS)])
        until(lambda: program.descriptors() > count)
        assert ask(program, get("/health/ready", CLOSE)).startswith(b"HTTP/1.1 200")
        for client in clients:
            rest(client)


def flood(program: Program, clients: int, requests: int) -> list[int]:
    """So many clients that ask without waiting for answers; how many each of them got."""
    found: list[int] = []

    def one() -> None:
        with connect(program) as client:
            sender = threading.Thread(target=client.sendall, args=(CHECK * (requests - 1) + CHECK_LAST,))
            sender.start()
            found.append(rest(client).count(b"HTTP/1.1 200 OK"))
            sender.join()

    threads = [threading.Thread(target=one) for _ in range(clients)]
    for thread in threads:
        thread.start()
    while any(t.is_alive() for t in threads):
        assert ask(program, get("/health/ready", CLOSE)).startswith(b"HTTP/1.1 200")
    return found


CHECK_LAST = CHECK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")


@pytest.mark.parametrize(("count", "seconds"), [(80, "2"), pytest.param(1000, "15", marks=pytest.mark.soak)])
def test_a_crowd_is_held_and_leaves_nothing_behind(count: int, seconds: str) -> None:
    if descriptors.raised() < count:
        pytest.skip("this process may not open that many descriptors")
    with running(header_seconds=seconds, body_seconds=seconds, idle_seconds=seconds) as program:
        crowd(program, count)
        until(lambda: program.descriptors() < 80)
        before, held = program.memory(), program.descriptors()
        crowd(program, count)
        until(lambda: program.descriptors() <= held)
        assert program.memory() < before + SPARE


@pytest.mark.parametrize(("clients", "requests"), [(8, 20), pytest.param(64, 200, marks=pytest.mark.soak)])
def test_floods_are_answered_and_leave_nothing_behind(program: Program, clients: int, requests: int) -> None:
    held = program.descriptors()
    assert flood(program, clients, requests) == clients * [requests]
    before = program.memory()
    assert flood(program, clients, requests) == clients * [requests]
    until(lambda: program.descriptors() <= held)
    assert program.memory() < before + SPARE


def test_its_log_is_json_and_holds_no_word_of_strangers(program: Program) -> None:
    word = b"KariNordmann"
    ask(program, word)
    ask(program, word + b"\r\n\r\n")
    ask(program, get("/" + word.decode(), f"X-A: {word.decode()}", CLOSE))
    ask(program, b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + word)
    ask(program, get("/?referrer=" + word.decode() * 5000))
    lines = program.log.read_text("utf-8").splitlines()
    assert {json.loads(line)["event"] for line in lines} >= {"request", "client cut off"}
    assert word.decode() not in "".join(lines)


def test_told_to_stop_it_finishes_and_leaves_no_process_behind() -> None:
    with running() as program, connect(program) as client:
        assert ask(program, get("/health/ready", CLOSE)).startswith(b"HTTP/1.1 200")
        workers = program.children()
        client.sendall(CHECK * 20)
        client.recv(1)
        assert program.stop() in {0, -15}
        assert rest(client).rstrip().endswith(b"}")
        wait_for_end(workers)


def test_killed_it_leaves_no_process_behind() -> None:
    with running() as program:
        assert ask(program, get("/health/ready", CLOSE)).startswith(b"HTTP/1.1 200")
        until(lambda: bool(program.children()))
        workers = program.children()
        program.process.kill()
        wait_for_end(workers)


def test_killed_amid_hostile_queries_it_leaves_no_process_and_nothing_to_repair() -> None:
    hostile = get(f"/sparql?query={quote('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }')}")
    before = files()
    with running(sparql_seconds="60") as program, connect(program) as one, connect(program) as other:
        for client in (one, other):
            client.sendall(hostile)
        until(lambda: b'rettvei_queries{lane="slow"} 2.0' in ask(program, get("/metrics", CLOSE)))
        assert b"rettvei_connections 3.0" in ask(program, get("/metrics", CLOSE))
        workers = program.children()
        assert len(workers) > 2
        program.process.kill()
        wait_for_end(workers)
    assert files() == before
    with running() as program:
        assert ask(program, CHECK_LAST).startswith(b"HTTP/1.1 200")
        assert b"true" in ask(program, get(f"/sparql?query={quote('ASK { ?a ?b ?c }')}", CLOSE))


def files() -> dict[str, bytes]:
    """All that a home holds, but for what the engine writes of its openings."""
    return {str(p): p.read_bytes() for p in real.home().rglob("*") if p.is_file() and not p.name.startswith("LOG")}


def test_metrics_are_told_by_the_service_itself(program: Program) -> None:
    said = ask(program, get("/metrics", CLOSE))
    assert said.startswith(b"HTTP/1.1 200")
    assert b"\nrettvei_connections 1.0\n" in said
    assert b'rettvei_connections_ended_total{why="headers"}' in said
