"""`check` over HTTP against rdflib-endpoint, asked in SPARQL which norms bear on the same question."""

import json
import sys
from collections.abc import Iterator, Mapping
from urllib.parse import urlencode

from bench import desk, load, shipped
from bench.http_check_vs_constant import SERVE
from bench.result import Result
from bench.server import running
from kg.core.settings import Settings
from kg.index.index import Index
from kg.queries.binding import bind
from kg.queries.registry import load as stored

PEER = (sys.executable, "-m", "bench.rdflib_served", "{port}")
QUERY = "referral/norms"
COUNT = 1600


def measure() -> Mapping[str, Result]:
    """Every question of the desk; the peer, which needs a second for one, is asked each once.

    What it answers is less: the norms by scope and day. Which of them prevails, for whom and why is left to the reader.
    """
    index = shipped.index()
    asked = [load.get("/?" + urlencode({"query": q}), Accept="application/json") for q in queries(index)]
    with running(PEER, "/") as server:
        if not all(json.loads(load.answer(server.port, one))["results"]["bindings"] for one in asked[:2]):
            raise ValueError("rdflib-endpoint finds no norm: its graph is not ours")
        peer = load.run(server.port, server.pid, asked, len(asked))
    with running(SERVE, "/health/ready") as server:
        checks = [load.get(path) for path in desk.paths()]
        ours = min((load.run(server.port, server.pid, checks, COUNT) for _ in range(3)), key=lambda run: run.seconds)
    name = f"rdflib-endpoint, {peer.a_second:.2f}/s; ours {ours.a_second:.0f}/s"
    result = Result(ours=ours.milliseconds, peer=peer.milliseconds, unit="ms", peer_name=name, at_least=50)
    return {"http-check-vs-rdflib-endpoint": result}


def queries(index: Index) -> Iterator[str]:
    """The stored query on norms between two parties, for each question of the desk."""
    query = stored(Settings().queries)[QUERY]
    for q in desk.questions(index):
        yield bind(query, {"referrer": q.referrer, "receiver": q.receiver, "place": q.place, "on": q.on.isoformat()})
