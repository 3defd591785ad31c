"""The examples' page on one origin, and a server on another that lets it read its answers."""

import socket
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.core.settings import Settings
from kg.serving.server import server
from tests.api.client import application
from tests.serving.served import PATIENCE, until

EXAMPLES = Path(__file__).parents[2] / "examples"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing: a test's output is its own."""


@pytest.fixture(scope="module")
def page() -> Iterator[str]:
    """The address of the folder of examples."""
    files = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(EXAMPLES)))
    thread = threading.Thread(target=files.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{files.server_port}"
    files.shutdown()
    files.server_close()
    thread.join(PATIENCE)


@pytest.fixture(scope="module")
def api(page: str) -> Iterator[str]:
    """The address of a server over the real graph, which the page may read from."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    running = server(lambda: application(cors_origins=(page,)), Settings(stop_seconds=2))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        until(lambda: running.started)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive()
