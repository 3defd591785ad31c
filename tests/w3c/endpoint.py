"""Our whole service on loopback, over one store on disk after another: server, doors, route, pool and worker.

It turns to another store as it turns to a new version of the graph, with one worker instead of several: each of some
280 data sets needs one of its own.
"""

import hashlib
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pyoxigraph as ox

from api.app import create_app
from kg.core.settings import Settings
from kg.serving.server import server
from kg.wiring import Current, Graph
from tests import real
from tests.w3c.suite import HOST, Data, quads

TRIES = 30
PATIENCE = 20.0
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
WAYS = ("GET", "POST", DIRECT)
"""How a query can be sent: in the address, in a form, as it is."""


class Turning(Current):
    """The real graph, but for strangers' SPARQL, which is asked of the store that the test has chosen."""

    chosen: Path | None = None

    @property
    def found(self) -> Graph | None:
        graph = super().found
        return replace(graph, location=str(self.chosen)) if graph and self.chosen else graph

    def graph(self) -> Graph:
        graph = self.found
        assert graph is not None
        return graph


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media(self) -> str:
        """Its media type."""
        return self.headers.get("content-type", "").partition(";")[0]


@dataclass
class Endpoint:
    """Where it listens, the stores it was given, and the engine below, opened over the same files."""

    port: int
    current: Turning
    folder: Path
    engine: ox.Store = field(default_factory=ox.Store)
    _held: str = ""

    def hold(self, data: Data, graphs: Sequence[str] = ()) -> None:
        """Be asked over exactly this data from now on; `graphs` are there even when they are empty."""
        key = str((data, graphs))
        if key == self._held:
            return
        directory = self.folder / hashlib.sha256(key.encode()).hexdigest()[:32]
        if not directory.exists():
            _write(directory, quads(data), graphs)
        self.engine = ox.Store.read_only(str(directory))
        self.current.chosen, self._held = directory, key

    def ask(self, text: bytes, accept: str, way: str = "GET") -> Reply:
        """A query, sent in one of the `WAYS`."""
        form = urlencode({"query": text})
        headers = {"Accept": accept}
        if way == "GET":
            return self.request("GET", f"/sparql?{form}", headers)
        if way == "POST":
            return self.request("POST", "/sparql", headers | {"Content-Type": FORM}, form.encode())
        return self.request("POST", "/sparql", headers | {"Content-Type": DIRECT}, text)

    def request(self, method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> Reply:
        """Any request, with no header but these. While a worker starts the endpoint says to come again, as we do."""
        for _ in range(TRIES):
            reply = self._once(method, target, headers, body)
            if reply.status != 503:
                return reply
            assert "retry-after" in reply.headers
        raise AssertionError("no worker was ready")

    def _once(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> Reply:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.putrequest(method, target, skip_accept_encoding=True)
            for name, value in ({"Content-Length": str(len(body))} | dict(headers)).items():
                connection.putheader(name, value)
            connection.endheaders(body)
            answer = connection.getresponse()
            return Reply(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@contextmanager
def serving(folder: Path) -> Iterator[Endpoint]:
    """The service, until the block ends; stores are written into the folder."""
    settings = Settings(home=real.home(), public_url=HOST, notice_seconds=0)
    current = Turning(settings)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    app = create_app(current)
    app.state.strangers.spare = 1  # one question at a time, over many stores
    running = server(lambda: app, settings)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        _until_started(running, thread)
        yield Endpoint(listening.getsockname()[1], current, folder)
    finally:
        running.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive()


def _until_started(running: object, thread: threading.Thread) -> None:
    end = time.monotonic() + PATIENCE
    while not getattr(running, "started", False):
        assert thread.is_alive()
        assert time.monotonic() < end
        time.sleep(0.02)


def _write(directory: Path, quads: bytes, graphs: Sequence[str]) -> None:
    store = ox.Store(str(directory))
    store.extend(ox.parse(quads, format=ox.RdfFormat.N_QUADS))
    for graph in graphs:
        store.add_graph(ox.NamedNode(graph))
    store.flush()
