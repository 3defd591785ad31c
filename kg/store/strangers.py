"""The task of a worker that answers strangers' SPARQL over one store, read-only, without a way out of the machine.

A message holds the query; its head holds `accept` (the header of that name), `base` for relative IRIs, `default` and
`named` (graphs in place of those of the query, by the SPARQL 1.1 Protocol) and the limits `rows` and `size`.
An answer's head holds `media` and `cut`, or `bad` and `said` when the query is at fault, or `offered` when it does not
come in any media type that was asked for.
"""

import os
import resource
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pyoxigraph as ox

from kg.core.media import choose
from kg.store import cut
from kg.store.elsewhere import asks_elsewhere, graphs_asked, prefixes
from kg.store.oxigraph import open_directory
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

LONGEST = 300
"""Letters of what the engine says of a query: it may repeat all of it."""


def start(directory: str) -> Answer:
    """Open the store in a directory; afterwards nothing else can be opened, no file and no connection."""
    store = open_directory(Path(directory))
    close_the_doors()
    return lambda message: answered(store, message)


def answered(store: ox.Store, message: Frame) -> Frame:
    """One query, answered."""
    try:
        text = message.body.decode("utf-8")
        if asks_elsewhere(text):
            return bad("service", said="SERVICE")
        default, named = (list(map(ox.NamedNode, message.head[which])) for which in ("default", "named"))
        for graph in (*default, *named, *map(ox.NamedNode, graphs_asked(text))):
            if not store.contains_named_graph(graph):
                return bad("no-graph", said=graph.value)
        return _written(_found(store, text, message.head["base"], default, named), message.head, prefixes(text))
    except UnicodeDecodeError as error:
        return bad("query-no-utf-8", said=f"byte {error.start}")
    except (SyntaxError, ValueError) as error:
        return bad("no-query", said=_short(error))
    except (RuntimeError, OSError) as error:
        return bad("not-done", said=_short(error))


def _found(
    store: ox.Store, text: str, base: str, default: list[ox.NamedNode], named: list[ox.NamedNode]
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Over the graphs given, if any; else over those that the query names, else over all."""
    if not default and not named:
        return store.query(text, base_iri=base)
    return store.query(text, base_iri=base, default_graph=[*default], named_graphs=[*named])


def bad(reason: str, said: str) -> Frame:
    """The query is at fault: what for, and what the engine says or where it stands."""
    return Frame({"bad": reason, "said": said})


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


def _written(
    found: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, head: Mapping[str, Any], short: dict[str, str]
) -> Frame:
    formats: Mapping[str, Any] = GRAPHS if isinstance(found, ox.QueryTriples) else SOLUTIONS
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


def _short(error: Exception) -> str:
    return str(error)[:LONGEST]
