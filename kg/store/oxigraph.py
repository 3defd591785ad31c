"""Oxigraph as a store: in memory, or a directory on disk opened read-only (https://pyoxigraph.readthedocs.io/)."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pyoxigraph as ox

from kg.core.errors import BadInput, StoreLocked, StoreMissing
from kg.store.port import Blank, Iri, Literal, Row, Rows, Term, Triple


class OxigraphStore:
    """The port over one pyoxigraph store. Queries are run without a time limit: callers pass text of our own."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store

    def select(self, query: str) -> Rows:
        """The rows of a SELECT."""
        found = self._query(query)
        if not isinstance(found, ox.QuerySolutions):
            raise BadInput("The query is no SELECT.")
        return Rows(tuple(v.value for v in found.variables), map(_row, found))

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
        seen: dict[Triple, None] = {}
        for triple in found:
            seen[cast("Triple", (_term(triple.subject), _term(triple.predicate), _term(triple.object)))] = None
        return iter(seen)

    def _query(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        try:
            return self._store.query(query, use_default_graph_as_union=True)
        except (SyntaxError, ValueError) as error:
            raise BadInput(f"The query cannot be read: {error}") from error
        except RuntimeError as error:
            raise BadInput(f"The query asks for something that the engine lacks: {error}") from error


def in_memory(quads: bytes) -> OxigraphStore:
    """A store in memory from N-Quads."""
    store = ox.Store()
    store.bulk_load(quads, ox.RdfFormat.N_QUADS)
    return OxigraphStore(store)


def on_disk(directory: Path) -> OxigraphStore:
    """The store in a directory, read-only: several processes may open it at once.

    Raises `StoreMissing` when there is none, `StoreLocked` when it cannot be opened beside its writer.
    """
    if not (directory / "CURRENT").is_file():
        raise StoreMissing("There is no graph here: run `rettvei build`.")
    try:
        return OxigraphStore(ox.Store.read_only(str(directory)))
    except OSError as error:
        message = "The graph cannot be opened: another process may hold it, or it is damaged. Run `rettvei build`."
        raise StoreLocked(message) from error


def write(directory: Path, quads: Path) -> None:
    """Fill a new directory from a file of N-Quads, whole."""
    store = ox.Store(str(directory))
    store.bulk_load(path=str(quads), format=ox.RdfFormat.N_QUADS)
    store.flush()
    store.optimize()


def _row(solution: ox.QuerySolution) -> Row:
    return tuple(None if value is None else _term(value) for value in solution)


def _term(value: object) -> Term:
    if isinstance(value, ox.NamedNode):
        return Iri(value.value)
    if isinstance(value, ox.Literal):
        return Literal(value.value, value.datatype.value, value.language)
    if isinstance(value, ox.BlankNode):
        return Blank(value.value)
    raise BadInput("The query gives quoted triples, which no caller here reads.")
