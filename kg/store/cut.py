"""Results of a query up to so many rows and bytes, in the format that was asked for; what was cut says so.

Solutions are written as JSON (https://www.w3.org/TR/sparql11-results-json/) and, where another format is wanted, read
again and written in that: so rows are counted and cut in one format only.
"""

import contextlib
import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

import pyoxigraph as ox
from typing_extensions import Buffer

BETWEEN = b'}},{"'
"""What stands between two rows, and nowhere else: within a string a quote has a backslash before it."""
FIRST = b'"bindings":['
EMPTY = b"{}"
"""A row without any value: a string may hold the same, so where this is seen strings are read over."""
STRING_OR_NEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|(\},\{)', re.DOTALL)


class Limits(NamedTuple):
    """How much of an answer is given."""

    rows: int
    size: int


class Written(NamedTuple):
    """An answer, and what it was cut by: `rows`, `size`, or nothing."""

    body: bytes
    cut: str | None


class _Full(Exception):
    """The limit is reached: the engine need not go on."""


class _Sink(io.BytesIO):
    """A file for the engine to write into until one limit is reached."""

    def __init__(self, limits: Limits) -> None:
        super().__init__()
        self._limits = limits
        self._rows, self._end = 1, b""
        self.cut: str | None = None

    def write(self, piece: Buffer, /) -> int:
        """Take some more. Raises `_Full`, which does not keep the engine from trying the same piece again."""
        if self.cut:
            raise _Full
        written = super().write(piece)
        seen = self._end + bytes(piece)
        self._rows += seen.count(BETWEEN)
        self._end = seen[-(len(BETWEEN) - 1) :]
        if self._rows > self._limits.rows or self.tell() > self._limits.size:
            self.cut = "rows" if self._rows > self._limits.rows else "size"
            raise _Full
        return written


def solutions(found: ox.QuerySolutions, wanted: ox.QueryResultsFormat, limits: Limits) -> Written:
    """The rows of a SELECT. Raises what the engine raises while it goes on."""
    sink = _Sink(limits)
    with contextlib.suppress(_Full):
        found.serialize(sink, format=ox.QueryResultsFormat.JSON)
    body, cut = _ended(sink.getvalue(), limits.rows, sink.cut)
    if wanted == ox.QueryResultsFormat.JSON:
        return Written(_noted(body, cut, limits), cut)
    again = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
    assert isinstance(again, ox.QuerySolutions)
    return Written(again.serialize(format=wanted) or b"", cut)


def triples(found: Iterable[ox.Triple], wanted: ox.RdfFormat, limits: Limits, prefixes: dict[str, str]) -> Written:
    """The triples of a CONSTRUCT or DESCRIBE, each once, written with these prefixes where the format has any."""
    cut: list[str] = []
    given = _given(found, limits, cut)
    body = ox.serialize(given, format=wanted, prefixes=prefixes) or b""
    return Written(body, cut[0] if cut else None)


def _given(found: Iterable[ox.Triple], limits: Limits, cut: list[str]) -> Iterator[ox.Triple]:
    """Triples until a limit is reached, which is then put into `cut`. Their size is that of their N-Triples."""
    seen: set[ox.Triple] = set()
    size = 0
    for triple in found:
        if triple in seen:
            continue
        size += len(str(triple))
        if len(seen) == limits.rows or size > limits.size:
            cut.append("rows" if len(seen) == limits.rows else "size")
            return
        seen.add(triple)
        yield triple


def _ended(content: bytes, rows: int, cut: str | None) -> tuple[bytes, str | None]:
    """Whole rows, no more of them than allowed, and what is open is closed; and what cut them."""
    has_empty = EMPTY in content
    if not cut and not has_empty:
        return content, None
    ends = list(islice((_ends_of_any if has_empty else _ends)(content), rows))
    if not cut and len(ends) < rows:
        return content, None
    end = ends[-1] if ends else content.index(FIRST) + len(FIRST)
    return content[:end] + b"]}}", "rows" if len(ends) == rows else cut


def _ends(content: bytes) -> Iterator[int]:
    """Where each row ends that another one follows."""
    found = content.find(BETWEEN)
    while found >= 0:
        yield found + 2
        found = content.find(BETWEEN, found + 1)


def _ends_of_any(content: bytes) -> Iterator[int]:
    """The same where rows may be empty."""
    begin = content.index(FIRST) + len(FIRST)
    return (found.start() + 1 for found in STRING_OR_NEXT.finditer(content, begin) if found[1])


def _noted(body: bytes, cut: str | None, limits: Limits) -> bytes:
    """JSON with a note in front when it was cut: a key that clients pass over."""
    if cut is None:
        return body
    return b'{"rettvei":{"cut":"%s","limit":%d},' % (cut.encode(), getattr(limits, cut)) + body[1:]
