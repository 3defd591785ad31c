"""Every list over HTTP as a client pages through it, against the limit that is promised."""

import sys
from collections.abc import Mapping
from functools import partial

from bench import load, shipped, timing
from bench.result import Result
from bench.server import running

SERVE = (sys.executable, "-m", "bench.served", "{port}")
LIMIT = 50
LISTS = (
    *("responsibilities", "responsibilities/matrix", "mandates", "transitions", "findings", "concepts", "cases"),
    *("timeline", "norms", "instruments", "diagnostics", "actors", "services", "places"),
)
"""The lists, by their addresses under /v1."""

_PAGES = ("lang=nb", "lang=en", "lang=nb&limit=500", "lang=en&limit=10&offset=40")
_WHOLE = ("responsibilities/matrix",)
"""Those that are not paged."""


def measure() -> Mapping[str, Result]:
    """The 95th percentile of one client's requests in a row, best of five runs, a figure a list."""
    shipped.current()
    with running(SERVE, "/health/ready") as server:
        answer = partial(load.answer, server.port)
        return {f"lists-{name}": _result(timing.percentile_95(answer, asked(name) * 6)) for name in LISTS}


def asked(name: str) -> list[bytes]:
    """The requests for a list: both languages, a first page, a long one and a later one."""
    pages = [p for p in _PAGES if name not in _WHOLE or "limit" not in p]
    return [load.get(f"/v1/{name}?{page}") for page in pages]


def _result(milliseconds: float) -> Result:
    return Result(ours=milliseconds, peer=LIMIT, unit="ms", peer_name="the limit, 95th percentile")
