"""Compiling the index from a store, by the queries under `index/`."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from kg.index.access import read_access
from kg.index.capacities import capacities, staff
from kg.index.concepts import read_concepts
from kg.index.evidence import read_findings
from kg.index.index import Index
from kg.index.kinds import read_kinds
from kg.index.labels import read_labels
from kg.index.listings import read_listings
from kg.index.names import read_names
from kg.index.pathway import read_pathway
from kg.index.places import read_places
from kg.index.shelf import read_shelf
from kg.index.sources import read_sources
from kg.index.statements import read_statements
from kg.queries.registry import StoredQuery
from kg.queries.run import run
from kg.store.port import Row, Store


def compile_index(store: Store, queries: Mapping[str, StoredQuery], version: str) -> Index:
    """Run the queries under `index/` and close what they give."""
    with _no_collection():
        return _compiled(store, queries, version)


def _compiled(store: Store, queries: Mapping[str, StoredQuery], version: str) -> Index:
    def ask(name: str, **params: str) -> Iterator[Row]:
        return run(store, queries[f"index/{name}"], params).rows

    kinds, places = read_kinds(ask), read_places(ask)
    said = read_statements(ask)
    findings, concepts = read_findings(ask, said), read_concepts(ask, said)
    shelf, sources = read_shelf(said, places), read_sources(ask, said, findings)
    pathway = read_pathway(ask, said, shelf)
    del said  # as large as what was made of it: gone before the labels come
    labels, acting = read_labels(ask), capacities(kinds)
    return Index(
        version=version,
        kinds=kinds,
        access=read_access(ask),
        capacities=acting,
        staff=staff(acting),
        places=places,
        shelf=shelf,
        labels=labels,
        names=read_names(labels, kinds, places, sources.condition_sorts),
        sources=sources,
        listings=read_listings(ask, labels, kinds),
        pathway=pathway,
        findings=findings,
        concepts=concepts,
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Millions of small values that all stay: looking among them for cycles takes longer than making them.

    Nor are they looked at later: they go when the last reference to their index does.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
