"""Oxigraph as a store: in memory, or a directory on disk opened read-only (https://pyoxigraph.readthedocs.io/).

Every statement is kept in its named graph and once in the default graph. Oxigraph can also ask the named graphs as if
they were one, but then counts a statement that stands in two of them twice, and hears no FROM.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from kg.core.errors import BadInput, StoreLocked, StoreMissing
from kg.store import terms
from kg.store.elsewhere import asks_elsewhere
from kg.store.port import Rows, Triple

NO_GRAPH = "There is no graph here. Run `rettvei build`."
DAMAGED = "The graph on disk is damaged. Run `rettvei build`."
Found = TypeVar("Found")


class OxigraphStore:
    """The port over one pyoxigraph store. Queries are run without a time limit: callers pass text of our own."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def select(self, query: str) -> Rows:
        """The rows of a SELECT."""
        found = self._query(query)
        if not isinstance(found, ox.QuerySolutions):
            raise BadInput("The query is no SELECT.")
        return Rows(tuple(v.value for v in found.variables), map(terms.row, _read(found)))

    def ask(self, query: str) -> bool:
        """The answer to an ASK."""
        found = self._query(query)
        if not isinstance(found, ox.QueryBoolean):
            raise BadInput("The query is no ASK.")
        return bool(found)

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, without repeats."""
        found = self._query(query)
        if not isinstance(found, ox.QueryTriples):
            raise BadInput("The query is no CONSTRUCT or DESCRIBE.")
        return terms.distinct(_read(found))

    def _query(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if asks_elsewhere(query):
            raise BadInput("SERVICE asks another machine, which no query here may: ask this graph alone.")
        try:
            return self._store.query(query)
        except (SyntaxError, ValueError) as error:
            raise BadInput(f"The query cannot be read: {error}") from error
        except (RuntimeError, OSError) as error:
            raise _told(error) from error


def in_memory(quads: bytes) -> OxigraphStore:
    """A store in memory from N-Quads."""
    store = ox.Store()
    store.bulk_extend(_twice(ox.parse(quads, format=ox.RdfFormat.N_QUADS)))
    return OxigraphStore(store)


def on_disk(directory: Path) -> OxigraphStore:
    """The store in a directory, read-only: several processes may open it at once, beside a writer too.

    Raises `StoreMissing` when there is none, or none that can be read.
    """
    return OxigraphStore(open_directory(directory))


def open_directory(directory: Path) -> ox.Store:
    """The engine's own store in a directory, read-only. Raises as `on_disk` does."""
    if not (directory / "CURRENT").is_file():
        raise StoreMissing(NO_GRAPH)
    try:
        return ox.Store.read_only(str(directory))
    except (RuntimeError, OSError) as error:
        raise StoreMissing(DAMAGED) from error


def write(directory: Path, quads: Path) -> None:
    """Fill a new directory from a file of N-Quads, whole. Raises `StoreLocked` when another process writes into it."""
    try:
        store = ox.Store(str(directory))
    except OSError as error:
        raise StoreLocked("Another process writes this graph. Wait for it, then try again.") from error
    store.bulk_extend(_twice(ox.parse(path=str(quads), format=ox.RdfFormat.N_QUADS)))
    store.flush()
    store.optimize()


def _twice(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Each quad, and its statement in the default graph."""
    for quad in quads:
        yield quad
        yield ox.Quad(quad.subject, quad.predicate, quad.object)


def _read(found: Iterable[Found]) -> Iterator[Found]:
    """Results as they come. The engine works while they are read, so what it cannot do may show only then."""
    try:
        yield from found
    except (RuntimeError, OSError) as error:
        raise _told(error) from error


def is_damage(error: Exception) -> bool:
    """Whether the engine complains of its files, not of the query. Its words name a path: they are for nobody."""
    said = str(error).lower()
    return "corruption" in said or "io error" in said


def _told(error: Exception) -> BadInput | StoreMissing:
    if isinstance(error, OSError) or is_damage(error):
        return StoreMissing(DAMAGED)
    return BadInput(f"The query asks for something that the engine lacks: {error}")
