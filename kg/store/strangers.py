"""The task of a worker that answers strangers' SPARQL over one store on disk or behind an endpoint, read-only.

A message holds the query; its head holds `accept` (the header of that name), `base` for relative IRIs, `default` and
`named` (graphs in place of those of the query, by the SPARQL 1.1 Protocol) and the limits `rows` and `size`.
An answer's head holds `media` and `cut`, or `bad` and `said` when the query is at fault, or `offered` when it does not
come in any media type that was asked for, or `unavailable` with what is the matter with the endpoint.
"""

import os
import resource
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg.core.errors import StoreUnavailable
from kg.core.media import choose
from kg.store import cut
from kg.store.beyond import Elsewhere, Found
from kg.store.elsewhere import graphs_asked, prefixes
from kg.store.guard import Refused, check_service, no_graph
from kg.store.oxigraph import DAMAGED, is_damage, open_directory
from kg.workers.child import Answer
from kg.workers.frames import Frame

SOLUTIONS: Mapping[str, ox.QueryResultsFormat] = MappingProxyType(
    {
        "application/sparql-results+json": ox.QueryResultsFormat.JSON,
        "application/json": ox.QueryResultsFormat.JSON,
        "application/sparql-results+xml": ox.QueryResultsFormat.XML,
        "application/xml": ox.QueryResultsFormat.XML,
        "text/csv": ox.QueryResultsFormat.CSV,
        "text/tab-separated-values": ox.QueryResultsFormat.TSV,
    }
)
GRAPHS: Mapping[str, ox.RdfFormat] = MappingProxyType(
    {
        "text/turtle": ox.RdfFormat.TURTLE,
        "application/n-triples": ox.RdfFormat.N_TRIPLES,
        "application/ld+json": ox.RdfFormat.JSON_LD,
        "application/rdf+xml": ox.RdfFormat.RDF_XML,
    }
)
"""What an answer comes as: the first of each where a client does not care."""

Find = Callable[[str, Mapping[str, Any]], Found]

LONGEST = 300
"""Letters of what the engine says of a query: it may repeat all of it."""


def start(location: str) -> Answer:
    """Open a folder, after which nothing else can be opened, no file and no connection; or reach an address."""
    if "://" in location:
        reader = Elsewhere(location)
        return lambda message: answered(reader.found, message)
    store = open_directory(Path(location))
    close_the_doors()
    return lambda message: answered(partial(_found, store), message)


def answered(find: Find, message: Frame) -> Frame:
    """One query, answered by what `find` gives for its text and head."""
    try:
        return _answered(find, message)
    except Refused as error:
        return Frame({"bad": error.reason, "said": error.said})
    except StoreUnavailable as error:
        return Frame({"unavailable": error.message, "details": error.details})


def _answered(find: Find, message: Frame) -> Frame:
    try:
        text = message.body.decode("utf-8")
        check_service(text, message.head["base"])
        return _written(find(text, message.head), message.head, prefixes(text))
    except UnicodeDecodeError as error:
        raise Refused(reason="query-no-utf-8", said=f"byte {error.start}") from error
    except (SyntaxError, ValueError) as error:
        raise Refused(reason="no-query", said=str(error)[:LONGEST]) from error
    except RuntimeError as error:
        if is_damage(error):
            raise StoreUnavailable(DAMAGED, reason="damaged") from error
        raise Refused(reason="not-done", said=str(error)[:LONGEST]) from error
    except OSError as error:
        raise StoreUnavailable(DAMAGED, reason="damaged") from error


def _found(store: ox.Store, text: str, head: Mapping[str, Any]) -> Found:
    """Over the graphs given, if any; else over those that the query names, else over all. Raises `Refused`."""
    default, named = (list(map(ox.NamedNode, head[which])) for which in ("default", "named"))
    for graph in (*default, *named, *map(ox.NamedNode, graphs_asked(text))):
        if not store.contains_named_graph(graph):
            raise no_graph(graph.value)
    if not default and not named:
        return store.query(text, base_iri=head["base"])
    return store.query(text, base_iri=head["base"], default_graph=[*default], named_graphs=[*named])


def close_the_doors() -> None:
    """From here on no descriptor can be had: the engine follows SERVICE, and there is no other way to forbid it.

    The limit lies above the highest descriptor that is open; the gaps below it are filled.
    """
    highest = max(int(path.name) for path in Path("/dev/fd").iterdir())
    resource.setrlimit(resource.RLIMIT_NOFILE, (highest + 1, highest + 1))
    try:
        while True:
            os.dup(0)
    except OSError:
        return


def _written(found: Found, head: Mapping[str, Any], short: dict[str, str]) -> Frame:
    is_rows = isinstance(found, ox.QuerySolutions | ox.QueryBoolean)
    formats: Mapping[str, Any] = SOLUTIONS if is_rows else GRAPHS
    media = choose(head["accept"], list(formats))
    if media is None:
        return Frame({"offered": list(formats)})
    limits = cut.Limits(head["rows"], head["size"])
    if isinstance(found, ox.QueryBoolean):
        return Frame({"media": media, "cut": None}, found.serialize(format=formats[media]) or b"")
    if isinstance(found, ox.QuerySolutions):
        written = cut.solutions(found, formats[media], limits)
    else:
        written = cut.triples(found, formats[media], limits, short)
    return Frame({"media": media, "cut": written.cut}, written.body)
