"""The one place where settings, store, queries, index and words are put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.core.settings import Settings
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.queries import registry
from kg.queries.registry import StoredQuery
from kg.store import versions
from kg.store.port import Store
from kg.wording.voice import Voice, voices


@dataclass(frozen=True, slots=True)
class Graph:
    """One version of the graph, open for reading, with its index and a voice a language."""

    version: str
    store: Store
    queries: Mapping[str, StoredQuery]
    index: Index
    voices: Mapping[str, Voice]


def open_graph(settings: Settings) -> Graph:
    """The current version. Raises `StoreMissing` when nothing is built, `QueryFileError` for a malformed query."""
    version = versions.current(settings.home)
    store = version.open()
    queries = registry.load(settings.queries)
    index = compile_index(store, queries, version.id)
    return Graph(version.id, store, queries, index, voices(index))


class Current:
    """The graph that answers now. A new version on disk is noticed between requests and taken whole."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._graph = open_graph(settings)

    def graph(self) -> Graph:
        """The graph of the version that the pointer names; the old one while the pointer cannot be read."""
        try:
            named = versions.current(self._settings.home).id
        except OSError:
            return self._graph
        if named != self._graph.version:
            self._graph = open_graph(self._settings)
        return self._graph
