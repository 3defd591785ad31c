"""Stored queries that keep the engine busy: through our endpoint, against the Oxigraph server's own answer.

The server (https://github.com/oxigraph/oxigraph) comes with the package `oxigraph`. It opens the same directory, and
writes SPARQL results in JSON; we write every row as a plain object.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

from bench import load, shipped, timing
from bench.http_check_vs_constant import SERVE
from bench.result import Result
from bench.server import Server, running
from kg.core.settings import Settings
from kg.queries.binding import bind
from kg.queries.registry import StoredQuery
from kg.queries.registry import load as stored
from kg.queries.run import run
from kg.store.port import Store

PEER = (str(Path(sys.executable).parent / "oxigraph"), "serve-read-only", "--bind", "127.0.0.1:{port}", "--location")
BUSY = 0.005
"""Seconds of the engine from which on a query counts."""

TIMES, WITHIN = 12, 1.5
ALL = "500"
VALUES = MappingProxyType({"place": "norway", "on": date(2026, 7, 1).isoformat(), "since": "2012-01-01"})
"""What queries are given that take no answer without."""


def measure() -> Mapping[str, Result]:
    """One request after another, each query in turns to the one and the other; the best of five runs."""
    version = shipped.current()
    asked = list(busy(version.open()))
    with (
        running(SERVE, "/health/ready") as ours,
        running((*PEER, str(version.store)), "/query?query=ASK%7B%7D") as peer,
    ):
        both = {q.name: (_ours(ours, q, given), _peers(peer, q, given)) for q, given in asked}
    worst = max(both, key=lambda name: both[name][0] / both[name][1])
    total = [sum(times) for times in zip(*both.values(), strict=True)]
    name = f"the Oxigraph server, {len(both)} queries; at worst {worst}: {both[worst][0] / both[worst][1]:.2f} times"
    result = Result(ours=total[0], peer=total[1], unit="ms", peer_name=name, at_least=1 / WITHIN)
    return {"named-query-vs-oxigraph": result}


def busy(store: Store) -> Iterator[tuple[StoredQuery, Mapping[str, str]]]:
    """The stored queries that take the engine long, with the values that they need."""
    for query in stored(Settings().queries).values():
        given = {p.name: VALUES.get(p.name, "") for p in query.header.params if p.required}
        answerable = all(given.values()) and not query.name.startswith("index/")
        if answerable and _engine_seconds(store, query, given) > BUSY:
            yield query, given


def _engine_seconds(store: Store, query: StoredQuery, given: Mapping[str, str]) -> float:
    return timing.seconds(lambda: list(run(store, query, given).rows))


def _ours(server: Server, query: StoredQuery, given: Mapping[str, str]) -> float:
    return _milliseconds(server, load.get(f"/v1/queries/{query.name}?{urlencode({**given, 'limit': ALL})}"))


def _peers(server: Server, query: StoredQuery, given: Mapping[str, str]) -> float:
    text = urlencode({"query": bind(query, given)})
    return _milliseconds(server, load.get(f"/query?{text}", Accept="application/sparql-results+json"))


def _milliseconds(server: Server, request: bytes) -> float:
    runs = (load.run(server.port, server.pid, [request], TIMES, connections=1) for _ in range(timing.RUNS))
    return min(found.milliseconds for found in runs)
