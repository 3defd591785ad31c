"""From a built graph to a server that says it is ready."""

import socket
import subprocess
import time
from collections.abc import Mapping
from urllib.error import URLError
from urllib.request import urlopen

from bench import shipped, timing
from bench.program import RETTVEI
from bench.result import Result

PATIENCE = 30.0


def measure() -> Mapping[str, Result]:
    """Start `rettvei serve`, ask `/health/ready` until it says 200; best of five."""
    shipped.current()
    return {"ready-seconds": Result(ours=timing.seconds(start), peer=1.5, unit="s", peer_name="the limit")}


def start() -> None:
    """One start, and an end once it was ready."""
    port = _free_port()
    server = subprocess.Popen(
        [RETTVEI, "serve", "--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/health/ready", server)
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
