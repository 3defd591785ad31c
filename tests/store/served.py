"""The Oxigraph server of the package `oxigraph` on a free port of this machine, for as long as a test needs it."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox
import urllib3

BINARY = Path(sys.executable).with_name("oxigraph")
TRIES = 400


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Server:
    """A server that can be started, killed and started again at the same address, over a folder or in memory."""

    folder: Path | None = None
    options: tuple[str, ...] = ()
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address of its query endpoint."""
        return f"http://127.0.0.1:{self.port}/query"

    def start(self) -> None:
        """Start it and wait until it answers."""
        verb = ["serve"] if self.folder is None else ["serve-read-only", "--location", str(self.folder)]
        command = [str(BINARY), *verb, "--bind", f"127.0.0.1:{self.port}", *self.options]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(TRIES):
            if self.process.poll() is not None:
                raise RuntimeError("the Oxigraph server does not start")
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        raise RuntimeError("the Oxigraph server does not answer")

    def kill(self) -> None:
        """End it as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def load(self, quads: bytes) -> None:
        """Add N-Quads, as they stand, to a server in memory."""
        address = f"http://127.0.0.1:{self.port}/store"
        headers = {"Content-Type": "application/n-quads"}
        with urllib3.PoolManager() as pool:
            answer = pool.request("POST", address, body=quads, headers=headers, retries=False)
        assert answer.status == 204, answer.data


@contextmanager
def served(quads: bytes, *options: str, union: bool = True) -> Iterator[Server]:
    """A server in memory that holds these quads, and each statement once in the default graph unless told otherwise."""
    server = Server(options=options)
    server.start()
    try:
        server.load(quads)
        if union:
            server.load(once(quads))
        yield server
    finally:
        server.kill()


def once(quads: bytes) -> bytes:
    """The statements without their graphs."""
    found = (ox.Triple(q.subject, q.predicate, q.object) for q in ox.parse(quads, format=ox.RdfFormat.N_QUADS))
    return ox.serialize(found, format=ox.RdfFormat.N_TRIPLES) or b""
