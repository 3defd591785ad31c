"""The one place where settings, store, queries, index and words are put together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from kg.core import logs
from kg.core.errors import RettveiError, StoreMissing
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
    """The graph that answers now. A new version on disk is taken whole; until it is open the old one answers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._graph = open_graph(settings)
        self._opening = Lock()
        self._unfit = ""

    @property
    def home(self) -> Path:
        """Where the versions lie."""
        return self._settings.home

    def graph(self) -> Graph:
        """The graph of the version that was opened last."""
        return self._graph

    def is_newer(self) -> bool:
        """Whether the pointer names another version, and not one that could not be opened: a look at one small file."""
        named = self._named()
        return named not in {self._graph.version, self._unfit}

    def renew(self) -> None:
        """Open the version that the pointer names and swap one reference. It takes a while: not for an event loop.

        One thread opens, the others go on with the old graph; a version that cannot be opened is told and left alone.
        """
        if not self._opening.acquire(blocking=False):
            return
        named = self._named()
        try:
            self._graph = open_graph(self._settings)
            logs.event("info", "new version", version=self._graph.version)
        except RettveiError as error:
            self._unfit = named
            logs.event("error", "version cannot be opened", version=named, code=error.code)
        finally:
            self._opening.release()

    def _named(self) -> str:
        try:
            return versions.current(self._settings.home).id
        except StoreMissing:
            return self._graph.version
