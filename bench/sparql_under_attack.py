"""`check` while strangers' heaviest queries run, against `check` alone: the 95th percentile of one client."""

import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from time import perf_counter, sleep

from bench import desk, hostile, shipped
from bench.result import Result
from bench.server import Server, running

SERVE = (sys.executable, "-m", "bench.served", "{port}")
COUNT = 600
ATTACKERS = (
    *("order", "group", "count distinct", "optional cross"),
    *("path (!<a:b>/!<a:c>)*", "replace STRLEN({})", "unions 5000", "brackets 100000"),
)
"""Eight queries of the corpus, each asked again and again by a client of its own."""

AGAIN = 0.05
"""Seconds after which a client that was refused tries again, however long it was told to wait."""


def measure() -> Mapping[str, Result]:
    """The one after the other, on one server."""
    shipped.current()
    with running(SERVE, "/health/ready") as server:
        alone = _percentile_95(server)
        with _attacked(server) as answered:
            attacked = _percentile_95(server)
    name = f"check alone; {len(answered)} hostile queries ended meanwhile"
    return {"sparql-under-attack": Result(ours=attacked, peer=alone, unit="ms", peer_name=name, at_least=0.2)}


def _percentile_95(server: Server) -> float:
    """Milliseconds, over one connection, one request after the other."""
    paths = desk.paths()
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    taken = []
    for path in islice(cycle(paths), COUNT + len(paths)):
        start = perf_counter()
        connection.request("GET", path)
        connection.getresponse().read()
        taken.append(1000 * (perf_counter() - start))
    connection.close()
    return sorted(taken[len(paths) :])[int(COUNT * 0.95)]


@contextmanager
def _attacked(server: Server) -> Iterator[list[int]]:
    """While the attackers ask; the statuses that they were given."""
    texts = {query.name: query.text for query in hostile.corpus() if query.name in ATTACKERS}
    stop, answered = threading.Event(), list[int]()
    attackers = [
        threading.Thread(target=_attack, args=(server, texts[name], f"127.0.0.{20 + i}", stop, answered))
        for i, name in enumerate(ATTACKERS)
    ]
    for attacker in attackers:
        attacker.start()
    sleep(2)
    try:
        yield answered
    finally:
        stop.set()
        for attacker in attackers:
            attacker.join()


def _attack(server: Server, text: bytes, client: str, stop: threading.Event, answered: list[int]) -> None:
    """One client at a loopback address of its own, so that each has its share of places."""
    while not stop.is_set():
        connection = HTTPConnection("127.0.0.1", server.port, timeout=60, source_address=(client, 0))
        try:
            connection.request("POST", "/sparql", text, {"Content-Type": "application/sparql-query"})
            status = connection.getresponse().status
        except (OSError, HTTPException):
            status = 0
        finally:
            connection.close()
        if status in {429, 503}:
            sleep(AGAIN)
        else:
            answered.append(status)
