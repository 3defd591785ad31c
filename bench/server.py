"""A server in a process of its own, for as long as it is measured."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 60.0
_NONE: Mapping[str, str] = MappingProxyType({})


class Server(NamedTuple):
    """Where it listens on this machine, and its process."""

    port: int
    pid: int


@contextmanager
def running(command: Sequence[str], ready: str, env: Mapping[str, str] = _NONE) -> Iterator[Server]:
    """Start it, wait until the path `ready` answers, and stop it at the end; `{port}` in the command is filled.

    Raises `TimeoutError` when it does not get ready.
    """
    port = _free_port()
    server = subprocess.Popen(
        [part.format(port=port) for part in command],
        env=os.environ | env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}{ready}", server)
        yield Server(port, server.pid)
    finally:
        server.terminate()
        server.wait()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            with urlopen(address, timeout=1):
                return
        except (URLError, ConnectionError):
            time.sleep(0.005)
    raise TimeoutError("the server did not get ready")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
