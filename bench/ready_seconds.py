"""From a built graph to a server that says it is ready."""

from collections.abc import Mapping

from bench import shipped, timing
from bench.program import RETTVEI
from bench.result import Result
from bench.server import running


def measure() -> Mapping[str, Result]:
    """Start `rettvei serve`, ask `/health/ready` until it says 200; best of five."""
    shipped.current()
    return {"ready-seconds": Result(ours=timing.seconds(start), peer=1.5, unit="s", peer_name="the limit")}


def start() -> None:
    """One start, and an end once it was ready."""
    with running([RETTVEI, "serve", "--port", "{port}"], "/health/ready"):
        pass
