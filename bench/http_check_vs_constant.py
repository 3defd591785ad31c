"""`check` over HTTP against ready-made JSON of the same size, behind the same framework, server and middleware."""

import sys
from collections.abc import Mapping

from bench import desk, load, shipped
from bench.result import Result
from bench.served import CONSTANT
from bench.server import Server, running

SERVE = (sys.executable, "-m", "bench.served", "{port}")
RUNS, COUNT = 5, 3200


def measure() -> Mapping[str, Result]:
    """Requests in turns to the one and the other, of one worker; the best of five runs each."""
    shipped.current()
    with running(SERVE, "/health/ready") as server:
        checks, constants = requests(server)
        both = [(_run(server, checks), _run(server, constants)) for _ in range(RUNS)]
    ours, peer = (min(runs, key=lambda found: found.seconds) for runs in zip(*both, strict=True))
    name = f"ready-made JSON: {_told(peer)}; ours {_told(ours)}"
    result = Result(ours=ours.milliseconds, peer=peer.milliseconds, unit="ms", peer_name=name, at_least=0.65)
    return {"http-check-vs-constant": result}


def requests(server: Server) -> tuple[list[bytes], list[bytes]]:
    """Every question of the desk, and for each the constant of the size of its answer."""
    checks = [load.get(path) for path in desk.paths()]
    sizes = [len(load.answer(server.port, check)) for check in checks]
    return checks, [load.get(CONSTANT.format(size=size)) for size in sizes]


def _run(server: Server, asked: list[bytes]) -> load.Load:
    return load.run(server.port, server.pid, asked, COUNT)


def _told(found: load.Load) -> str:
    return f"{found.a_second:.0f}/s, {found.cpu_milliseconds:.2f} ms of work each"
