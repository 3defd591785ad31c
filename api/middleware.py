"""Around every request: one graph for all of it, limits before, headers and counts after."""

import time
from collections.abc import Awaitable, Callable
from types import MappingProxyType

from fastapi import FastAPI, Request, Response
from starlette.concurrency import run_in_threadpool

from api import errors
from api.metrics import Metrics
from kg.core import logs
from kg.wiring import Current

MOST_QUERY = 8_000
"""Bytes of a query string."""

MOST_BODY = 100_000
"""Bytes of a body; nothing here reads one yet."""

_READABLE = ("application/json",)
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_ALWAYS = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
    }
)


def install(app: FastAPI) -> None:
    """Put it around the application."""

    @app.middleware("http")
    async def around(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        started = time.perf_counter()
        current: Current = request.app.state.current
        if current.is_newer():
            await run_in_threadpool(current.renew)
        request.state.graph = current.graph()
        response = _refusal(request) or await _answered(request, answer)
        _head(request, response)
        _told(request, response, time.perf_counter() - started)
        return response


async def _answered(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
    """The answer, or a problem that tells nothing of the server: its trail goes to the log."""
    try:
        return await answer(request)
    except Exception as error:
        logs.event("error", "unexpected", error=type(error).__name__, trail=logs.trail(error))
        return errors.problem(request, 500, "error")


def _head(request: Request, response: Response) -> None:
    response.headers.update(_ALWAYS)
    if not request.url.path.startswith("/static/"):
        response.headers["Vary"] = "Accept, Accept-Language"
    if request.url.path.startswith("/v1/"):
        response.headers["KG-Version"] = request.state.graph.version


def _told(request: Request, response: Response, seconds: float) -> None:
    """Counted and logged by the pattern of the route: what was asked is in neither."""
    route = getattr(request.scope.get("route"), "path", "none")
    method = request.method if request.method in _METHODS else "other"
    metrics: Metrics = request.app.state.metrics
    metrics.answers(request.state.graph.version)
    metrics.count(method, route, response.status_code, seconds)
    taken = round(1000 * seconds, 1)
    logs.event("info", "request", method=method, route=route, status=response.status_code, milliseconds=taken)


def _refusal(request: Request) -> Response | None:
    if len(request.scope.get("query_string", b"")) > MOST_QUERY:
        return errors.problem(request, 414, "too-large", most=MOST_QUERY)
    length = request.headers.get("content-length", "0")
    endless = "transfer-encoding" in request.headers
    if endless or not length.isdigit() or int(length) > MOST_BODY:
        return errors.problem(request, 413, "too-large", most=MOST_BODY)
    sort = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if int(length) and sort not in _READABLE:
        return errors.problem(request, 415, "unsupported-media-type", readable=list(_READABLE))
    return None
