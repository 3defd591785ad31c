"""Any SPARQL 1.1 endpoint as a store. Its default graph must be the union of its named graphs, each statement once."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.core.errors import StoreUnavailable
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
        self._reader.select(query)
        found = _results(self._ask(query, RESULTS))
        if not isinstance(found, ox.QuerySolutions):
            raise unreadable()
        columns = tuple(v.value for v in found.variables)
        try:
            return Rows(columns, iter([terms.row(solution) for solution in found]))
        except (SyntaxError, ValueError) as error:
            raise unreadable() from error

    def ask(self, query: str) -> bool:
        """The answer to an ASK."""
        self._reader.ask(query)
        found = _results(self._ask(query, RESULTS))
        if not isinstance(found, ox.QueryBoolean):
            raise unreadable()
        return bool(found)

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, without repeats."""
        self._reader.construct(query)
        answer = self._ask(query, TRIPLES)
        form = ox.RdfFormat.from_media_type(answer.media)
        if form is None:
            raise unreadable()
        try:
            return terms.distinct(ox.parse(answer.body, format=form, without_named_graphs=True))
        except (SyntaxError, ValueError) as error:
            raise unreadable() from error

    def _ask(self, query: str, accept: str) -> Answer:
        return fetch(self._connections, self.endpoint, query, accept)


def _results(answer: Answer) -> ox.QuerySolutions | ox.QueryBoolean:
    form = ox.QueryResultsFormat.from_media_type(answer.media)
    if form is None:
        raise unreadable()
    try:
        return ox.parse_query_results(answer.body, form)
    except (SyntaxError, ValueError) as error:
        raise unreadable() from error


def unreadable() -> StoreUnavailable:
    """What came is no SPARQL result."""
    return StoreUnavailable("What the store answers is no SPARQL result.", reason="no-results")
