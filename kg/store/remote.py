"""Any SPARQL 1.1 endpoint as a store. Its default graph must be the union of its named graphs, each statement once."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.core.errors import BadInput, StoreUnavailable
from kg.store import oxigraph, terms
from kg.store.endpoint import RESULTS, TRIPLES, Answer, Endpoint, connections, fetch
from kg.store.port import Rows, Triple


class RemoteStore:
    """The port over one endpoint. Raises `StoreUnavailable` when it does not answer, or not in SPARQL results.

    A query is read here first, by the engine of the local store: it is refused with the same words, asks no third
    machine, and changes nothing. Text of a stranger is not given here but to `fetch`, in a process that can be ended.
    """

    def __init__(self, endpoint: Endpoint) -> None:
        self.endpoint = endpoint
        self._connections = connections(endpoint)
        self._reader = oxigraph.in_memory(b"")

    def select(self, query: str) -> Rows:
        """The rows of a SELECT."""
        columns = self._reader.select(query).columns
        found = _results(fetch(self._connections, self.endpoint, query, RESULTS))
        if not isinstance(found, Rows) or found.columns != columns:
            raise unreadable()
        return found

    def ask(self, query: str) -> bool:
        """The answer to an ASK."""
        self._reader.ask(query)
        found = _results(fetch(self._connections, self.endpoint, query, RESULTS))
        if not isinstance(found, bool):
            raise unreadable()
        return found

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, without repeats."""
        self._reader.construct(query)
        found = _triples(fetch(self._connections, self.endpoint, query, TRIPLES))
        if found is None:
            raise unreadable()
        return found


def _results(answer: Answer) -> Rows | bool | None:
    """All rows, or the truth; None for what is neither.

    What the parser holds may not leave its thread, and an error keeps what its frames hold: so none is raised here.
    """
    form = ox.QueryResultsFormat.from_media_type(answer.media)
    try:
        found = ox.parse_query_results(answer.body, form) if form else None
        if isinstance(found, ox.QuerySolutions):
            return Rows(tuple(v.value for v in found.variables), iter([terms.row(solution) for solution in found]))
        return None if found is None else bool(found)
    except (SyntaxError, ValueError, BadInput):
        return None


def _triples(answer: Answer) -> Iterator[Triple] | None:
    """All triples, or None for what is no RDF."""
    form = ox.RdfFormat.from_media_type(answer.media)
    try:
        return terms.distinct(ox.parse(answer.body, format=form, without_named_graphs=True)) if form else None
    except (SyntaxError, ValueError, BadInput):
        return None


def unreadable() -> StoreUnavailable:
    """What came is no SPARQL result."""
    return StoreUnavailable("What the store answers is no SPARQL result.", reason="no-results")
