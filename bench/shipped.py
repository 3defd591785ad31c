"""The graph as we ship it, built if it is not there yet."""

import gzip
from collections.abc import Iterator

from kg.build.release import build
from kg.core.settings import Settings
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries.registry import load
from kg.store import versions
from kg.store.port import Store


def index() -> Index:
    """The index of the current version."""
    version = current()
    return index_of(version.open(), version.id)


def current() -> versions.Version:
    """The version on disk that fits the ontology."""
    settings = Settings()
    build(settings)
    return versions.current(settings.home)


def index_of(store: Store, version: str) -> Index:
    """The index of a store, by the stored queries."""
    return compile_index(store, load(Settings().queries), version)


def quads(version: versions.Version) -> Iterator[str]:
    """The whole graph as N-Quads, line by line."""
    with gzip.open(version.graph, "rt", encoding="utf-8") as file:
        yield from file
