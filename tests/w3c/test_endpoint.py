"""Every query of the suite, put to our endpoint in each way and for each format, and to the engine below.

Where the engine answers, the endpoint answers the same; where it refuses, the endpoint says 400. What the engine
passes, we pass: what fails stands in `failing.toml` with the reason, and nothing else stands there.
"""

import json
from collections.abc import Mapping
from itertools import cycle

import pyoxigraph as ox
import pytest

from kg.store.elsewhere import asks_elsewhere
from tests.w3c import answers, formats, suite
from tests.w3c.answers import Read, Table
from tests.w3c.endpoint import WAYS, Endpoint
from tests.w3c.failing import Reason, listed
from tests.w3c.suite import BASE, Case

NAMED = tuple(f"http://example.org/{name}" for name in ("graph", "graph1", "graph2", "g1", "g2"))
"""Graphs that the tests of syntax name: where one is not there, the endpoint says so."""


def everything() -> list[Case]:
    """Every query of the suite; those over the same data stand together."""
    found = [case for folder in suite.folders() for case in suite.cases(folder)]
    return sorted(found, key=lambda case: (suite.data(case), case.id))


@pytest.fixture(scope="session")
def failing() -> Mapping[str, Reason]:
    return listed()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in everything()] or ["absent"])
def test_a_query_of_the_suite(case: Case, endpoint: Endpoint, failing: Mapping[str, Reason]) -> None:
    endpoint.hold(suite.data(case), () if case.sort == suite.EVALUATION else NAMED)
    if asks_elsewhere(case.text):
        assert refused(endpoint, case)["reason"] == "service"
        assert failing[case.id].whose == "ours"
        return
    found = by_engine(endpoint.engine, case)
    assert problems(endpoint, case, found) == []
    if case.id in failing:
        assert not passes(case, found), "it passes: take it out of failing.toml"
    else:
        assert passes(case, found), "the engine fails: say in failing.toml why"


def by_engine(engine: ox.Store, case: Case) -> Read | None:
    """What the engine itself finds, or None when it refuses."""
    try:
        return answers.found(engine.query(case.text, base_iri=f"{BASE}sparql"))
    except (SyntaxError, ValueError, RuntimeError):
        return None


def passes(case: Case, found: Read | None) -> bool:
    """Whether that is what the suite expects."""
    if case.sort in suite.BAD:
        return found is None
    if case.sort in suite.GOOD or found is None:
        return found is not None
    lossy = case.sort == suite.CSV and isinstance(found, Table)
    return answers.of(found.lossy() if lossy else found, case) == answers.expected(case)


def problems(endpoint: Endpoint, case: Case, found: Read | None) -> list[str]:
    """The formats in which the endpoint says anything else than the engine."""
    if found is None:
        return (
            []
            if refused(endpoint, case)["reason"] in ("no-query", "not-done", "read-only")
            else ["refused for another reason"]
        )
    readers = formats.GRAPHS if isinstance(found, list) else formats.SOLUTIONS
    wanted = answers.of(found, case)
    wrong = []
    for (media, read), way in zip(readers.items(), cycle(WAYS)):
        reply = endpoint.ask(case.query.read_bytes(), media, way)
        if (reply.status, reply.media) != (200, media):
            wrong.append(f"{media}: {reply.status} {reply.body[:300]!r}")
            continue
        lossy = media == "text/csv" and isinstance(found, Table)
        if answers.of(read(reply.body), case) != (answers.of(found.lossy(), case) if lossy else wanted):
            wrong.append(f"{media}: {reply.body[:600]!r}")
    return wrong


def refused(endpoint: Endpoint, case: Case) -> dict[str, str]:
    """Why the endpoint refuses, as problem details say it."""
    reply = endpoint.ask(case.query.read_bytes(), "application/json")
    assert reply.status == 400, reply
    assert reply.media == "application/problem+json"
    return json.loads(reply.body)
