"""A stranger's query put to a worker, and what comes back of it. See `kg.store.strangers` for the other side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.core.errors import BadInput, NotAcceptable, StoreUnavailable, TooLarge
from kg.store.cut import Limits
from kg.workers.frames import Frame
from kg.workers.pool import Pool

TASK = "kg.store.strangers"
"""The module that a worker runs."""

LONGEST = 250_000
"""Bytes of a query."""

PROLOGUE = re.compile(rb"(?:\s|#[^\r\n]*+|(?P<last>(?:BASE|PREFIX\s+[^\s:<#]*+:)\s*+<[^<>\s]*+>))*+", re.IGNORECASE)
"""What may stand before a query or an update (SPARQL 1.1, 19.8: Prologue), and comments."""

WORD = re.compile(rb"[A-Za-z]++")
UPDATES = frozenset(b"INSERT DELETE LOAD CLEAR DROP CREATE ADD MOVE COPY WITH".split())


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: the text as it came, the graphs that take the place of those it names, the base of its IRIs."""

    text: bytes
    accept: str = ""
    base: str | None = None
    default: Sequence[str] = ()
    named: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """What is answered: a document, its media type, and the limit that cut it (`rows`, `size`) or None."""

    media: str
    body: bytes
    cut: str | None
    location: str
    """Where the graph stands that was asked."""


async def ask(pool: Pool, query: Query, limits: Limits, client: str) -> Results:
    """The results of a query.

    Raises `TooLarge` over `LONGEST`, `BadInput` for what is no query, an update, asks another machine or a graph that
    is not there, `NotAcceptable` for a media type that it does not come in, `StoreUnavailable` for an endpoint that
    does not answer, and what `Pool.run` raises.
    """
    check(query.text)
    head = {
        "accept": query.accept,
        "base": query.base,
        "default": list(query.default),
        "named": list(query.named),
        "rows": limits.rows,
        "size": limits.size,
    }
    answer = await pool.run(Frame(head, query.text), client)
    told = answer.head
    if "offered" in told:
        raise NotAcceptable("The answer does not come in that format.", offered=told["offered"])
    if "unavailable" in told:
        raise StoreUnavailable(told["unavailable"], **told["details"])
    if "bad" in told:
        raise BadInput(f"The query cannot be answered: {told['said']}", reason=told["bad"], said=told["said"])
    return Results(told["media"], answer.body, told["cut"], told["argument"])


def check(text: bytes) -> None:
    """Raises `TooLarge`, and `BadInput` where it is seen without reading the query that it is none, or an update."""
    if len(text) > LONGEST:
        raise TooLarge("The query is over the limit.", reason="query", most=LONGEST)
    start = PROLOGUE.match(text)
    assert start  # it matches nothing too
    first = WORD.match(text, start.end())
    if start.end() == len(text) and not start["last"]:
        raise BadInput("The query is empty.", reason="missing", parameter="query")
    if first and first[0].upper() in UPDATES:
        raise BadInput("This is an update.", reason="read-only", parameter="query")
