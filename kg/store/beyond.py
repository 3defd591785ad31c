"""Strangers' SPARQL over an endpoint: read here, asked there, and its results read again.

What the endpoint would do with a query that it should not see is not known: it could call another machine itself. So
the query is parsed here first, over nothing, and its graphs are held against those that the endpoint has.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.core.errors import StoreUnavailable
from kg.store.endpoint import RESULTS, TRIPLES, Endpoint, connections, fetch
from kg.store.guard import graphs_from, no_graph
from kg.store.remote import RemoteStore, unreadable

Found = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples | Iterator[ox.Triple]
GLANCE = 5.0
"""Seconds for the names of the graphs that are there."""

GRAPHS = Path(__file__).with_name("graphs.rq")


class Elsewhere:
    """One endpoint, asked by one worker."""

    def __init__(self, url: str) -> None:
        self._endpoint = Endpoint(url)
        self._connections = connections(self._endpoint)
        self._graphs = RemoteStore(replace(self._endpoint, seconds=GLANCE))
        self._nothing = ox.Store()

    def found(self, text: str, head: Mapping[str, Any]) -> Found:
        """What the endpoint gives for a query.

        Raises `SyntaxError` for what is none, `Refused`, and `StoreUnavailable` for what is the matter there.
        """
        parsed = self._nothing.query(text, base_iri=head["base"])  # without SERVICE: that was looked at before
        asked = {*graphs_from(text, head["base"]), *head["default"], *head["named"]}
        for graph in sorted(asked - self._known() if asked else asked):
            raise no_graph(graph)
        endpoint = replace(self._endpoint, seconds=head["seconds"])
        graphs = [(f"{which}-graph-uri", graph) for which in ("default", "named") for graph in head[which]]
        is_graph = isinstance(parsed, ox.QueryTriples)
        query = f"BASE <{head['base']}>\n{text}"
        answer = fetch(self._connections, endpoint, query, TRIPLES if is_graph else RESULTS, graphs)
        return _triples(answer.media, answer.body) if is_graph else _results(answer.media, answer.body)

    def _known(self) -> set[str]:
        rows = self._graphs.select(GRAPHS.read_text("utf-8")).rows
        return {str(graph) for (graph,) in rows}


def _results(media: str, body: bytes) -> ox.QuerySolutions | ox.QueryBoolean:
    form = ox.QueryResultsFormat.from_media_type(media)
    if form is None:
        raise unreadable()
    try:
        return ox.parse_query_results(body, form)
    except (SyntaxError, ValueError) as error:
        raise unreadable() from error


def _triples(media: str, body: bytes) -> Iterator[ox.Triple]:
    form = ox.RdfFormat.from_media_type(media)
    if form is None:
        raise unreadable()
    try:
        for quad in ox.parse(body, format=form, without_named_graphs=True):
            yield quad.triple
    except (SyntaxError, ValueError) as error:
        raise StoreUnavailable("The answer of the store breaks off.", reason="cut") from error
