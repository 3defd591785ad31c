"""The one place where settings, store, queries, index and words are put together."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event, Lock, Thread

from kg.core import logs
from kg.core.errors import RettveiError, StoreUnavailable
from kg.core.settings import Settings
from kg.diagnostics.diagnose import Ask, diagnose, subjects
from kg.diagnostics.subject import find
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.model.diagnosis import Diagnosis, Row
from kg.queries import registry
from kg.queries.plain import plain
from kg.queries.registry import StoredQuery
from kg.queries.run import run
from kg.store import asking
from kg.store.cut import Limits
from kg.store.endpoint import Endpoint
from kg.store.port import Store
from kg.store.sources import Disk, Gone, Remote, Source, again, changing
from kg.wording.voice import Voice, voices, writers
from kg.workers.pool import Cost, Pool

EVERY = 2.0
"""Seconds between two looks at where versions come from."""


@dataclass(frozen=True, slots=True)
class Graph:
    """One version of the graph, open for reading, with its index and a voice a language, to speak and to write JSON."""

    version: str
    location: str
    """What a worker opens to answer strangers' SPARQL over it: see `kg.store.strangers`."""
    store: Store
    queries: Mapping[str, StoredQuery]
    index: Index
    voices: Mapping[str, Voice]
    writers: Mapping[str, Voice]
    edition: str
    """Tells the texts of the stored queries apart: they are no part of a version, and answers depend on them."""

    def need_store(self) -> None:
        """Raises `StoreUnavailable` at once when the store is known to be gone."""
        if isinstance(self.store, Gone):
            raise again(self.store.why)


def source(settings: Settings) -> Source:
    """Where the graph comes from: the endpoint that is set, else the versions on disk."""
    return Remote(Endpoint(settings.store)) if settings.store else Disk(settings.home)


def open_graph(settings: Settings) -> Graph:
    """The version that its source names now.

    Raises `StoreMissing` when nothing is built, `StoreUnavailable` when the endpoint does not answer or not rightly,
    `QueryFileError` for a malformed query.
    """
    found = source(settings)
    return _opened(found, found.named(), settings)


def _opened(found: Source, version: str, settings: Settings) -> Graph:
    store = found.open(version)
    queries = registry.load(settings.queries)
    index = compile_index(store, queries, version)
    found.confirm(version)
    spoken = voices(index)
    edition = registry.edition(queries)
    return Graph(version, found.location(version), store, queries, index, spoken, writers(spoken), edition)


def strangers(settings: Settings, location: str, told: Callable[[str], None] = lambda _: None) -> Pool:
    """Workers that answer strangers' SPARQL over the graph there; `told` hears why one was replaced."""
    return Pool(asking.TASK, location, Cost(settings.sparql_seconds, settings.sparql_memory_megabytes << 20), told)


def limits(settings: Settings) -> Limits:
    """How much of an answer strangers get."""
    return Limits(settings.sparql_rows, settings.sparql_megabytes * 1_000_000)


class Current:
    """The graph that answers now. A new version is taken whole; until it is open the old one answers.

    When an endpoint is gone, or wrong, decisions go on from the index: only its store says so, until it is back.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._source = source(settings)
        self._graph: Graph | None = None
        self._trouble: RettveiError | None = None
        self._unfit = ""
        self._looking = Lock()
        self.look()
        if self._trouble and not isinstance(self._trouble, StoreUnavailable):
            raise self._trouble

    @property
    def home(self) -> Path:
        """Where the versions lie."""
        return self.settings.home

    @property
    def found(self) -> Graph | None:
        """The graph of the version that was opened last; None while an endpoint has not answered yet."""
        return self._graph

    def graph(self) -> Graph:
        """The same. Raises `StoreUnavailable` while there is none."""
        if self._graph is None:
            assert isinstance(self._trouble, StoreUnavailable)
            raise again(self._trouble)
        return self._graph

    def location(self) -> str:
        """Where a worker finds the graph, whether it could be opened yet or not."""
        found = self.found
        return found.location if found else self._source.location("")

    def missing(self) -> str:
        """Why there is no graph to answer from, or nothing."""
        return "" if self._graph else self.trouble()

    def trouble(self) -> str:
        """What is the matter with the version that the source names, or nothing."""
        return self._trouble.message if self._trouble else ""

    def look(self) -> None:
        """See which version the source names; take it in when it is another one, or when the store had been gone.

        It takes a while: not for an event loop. One thread looks, the others go on with what there is. A version that
        cannot be opened is told once and left alone; an endpoint is tried again each time.
        """
        if not self._looking.acquire(blocking=False):
            return
        try:
            named = self._source.named()
            if named != self._unfit:
                self._take(named)
                self._note(None)
        except StoreUnavailable as error:
            self._without_store(error)
            self._note(error)
        except RettveiError as error:
            self._note(error)
        finally:
            self._looking.release()

    @contextmanager
    def watched(self, every: float = EVERY) -> Iterator[None]:
        """Within the block a thread looks again and again."""
        over = Event()

        def watch() -> None:
            while not over.wait(every):
                try:
                    self.look()
                except Exception as error:  # whatever it was: this look must not be the last
                    logs.event("error", "unexpected", error=type(error).__name__, trail=logs.trail(error))

        thread = Thread(target=watch, name="look", daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join(timeout=1)

    def _take(self, named: str) -> None:
        old = self._graph
        if old is None or old.version != named:
            if not self._source.keeps_earlier:
                self._without_store(changing())
            self._graph = self._open(named)
            logs.event("info", "new version", version=named)
        elif isinstance(old.store, Gone):
            self._graph = replace(old, store=self._source.open(named))
            logs.event("info", "store is back", version=named)

    def _open(self, named: str) -> Graph:
        try:
            return _opened(self._source, named, self.settings)
        except StoreUnavailable:
            raise
        except RettveiError:
            self._unfit = named
            raise

    def _without_store(self, why: StoreUnavailable) -> None:
        if self._graph is not None:
            self._graph = replace(self._graph, store=Gone(why))

    def _note(self, error: RettveiError | None) -> None:
        """Remember what is the matter; the log hears of it once."""
        before, self._trouble = self._trouble, error
        if error is None:
            return
        if before is None or (before.message, before.details) != (error.message, error.details):
            logs.event("error", "version cannot be opened", code=error.code, **_logged(error))


def _logged(error: RettveiError) -> dict[str, object]:
    """Of what an error says, the names and numbers that are ours."""
    return {name: error.details[name] for name in ("reason", "probe", "answered") if name in error.details}


def diagnosis(graph: Graph, subject: str) -> Diagnosis:
    """What the graph tells of a team or case, by name. Raises `UnknownName`, `AmbiguousName`, `StoreUnavailable`."""
    ask = _diagnostics(graph)
    collection, ident = find(graph.index.names, subjects(ask), subject)
    return diagnose(ask, collection, ident)


def diagnosable(graph: Graph) -> list[tuple[str, str]]:
    """Collection and id of all that can be diagnosed. Raises `StoreUnavailable`."""
    return subjects(_diagnostics(graph))


def _diagnostics(graph: Graph) -> Ask:
    graph.need_store()

    def ask(name: str, **params: str) -> Iterator[Row]:
        query = graph.queries[f"diagnostics/{name}"]
        return plain(query, run(graph.store, query, params))

    return ask
