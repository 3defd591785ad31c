"""Around every request: one graph for all of it, refusals before, headers, counts and a line in the log after.

Pure ASGI: Starlette's BaseHTTPMiddleware starts a task and a stream for every request.
"""

from time import perf_counter
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import errors
from api.doors import headers, hosts, refusal, request_id
from api.metrics import Metrics
from kg.core import logs
from kg.core.errors import RettveiError
from kg.core.settings import Settings
from kg.wiring import Current

GONE = 499
"""How a request is counted whose client left before it had sent all, or had been answered; nobody is told this."""

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Around:
    """The outermost of what is ours."""

    def __init__(self, app: ASGIApp, current: Current, metrics: Metrics, settings: Settings) -> None:
        self._app = app
        self._current = current
        self._metrics = metrics
        self._hosts = hosts.allowed(settings)
        self._always = headers.always(settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        started = perf_counter()
        graph = self._current.found
        version = graph.version if graph else ""
        scope.setdefault("state", {})["graph"] = graph
        ident = request_id.of(next((v for n, v in scope["headers"] if n == request_id.HEADER), b""))
        more = [*self._always, (request_id.HEADER, ident), *headers.about(scope, version.encode())]
        asked = scope if scope["method"] != "HEAD" else {**scope, "method": "GET"}
        answer = _Answer(send, more, scope)
        await self._answered(asked, receive, answer)
        self._told(asked, scope["method"], answer.status or GONE, perf_counter() - started, ident)
        return None

    async def _answered(self, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        """The answer, or a problem that tells nothing of the server: its trail goes to the log."""
        try:
            refusal.check(scope, self._hosts)
            await self._app(scope, receive, answer.send)
        except RettveiError as refused:
            await errors.explained(Request(scope), refused)(scope, receive, answer.send)
        except ClientDisconnect:
            pass
        except Exception as error:
            logs.event("error", "unexpected", error=type(error).__name__, trail=logs.trail(error))
            if not answer.status:
                await errors.problem(Request(scope), 500, "error")(scope, receive, answer.send)

    def _told(self, scope: Scope, method: str, status: int, seconds: float, ident: bytes) -> None:
        """Counted and logged by the pattern of the route: what was asked is in neither."""
        route = getattr(scope.get("route"), "path", "none")
        method = method if method in _METHODS else "other"
        self._metrics.count(method, route, status, seconds)
        if code := scope["state"].get("problem"):
            self._metrics.problem(route, code)
        if logs.is_told("info"):
            fields: dict[str, Any] = {"method": method, "route": route, "status": status}
            taken = round(1000 * seconds, 1)
            logs.event("info", "request", request=request_id.logged(ident), **fields, milliseconds=taken)


class _Answer:
    """The answer on its way: with the headers that all have, and without a body for HEAD."""

    def __init__(self, send: Send, more: list[headers.Header], scope: Scope) -> None:
        self.status = 0
        self._send = send
        self._more = more
        self._path = scope["path"]
        self._bodiless = scope["method"] == "HEAD"

    async def send(self, message: Message) -> None:
        """Send on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"] = headers.joined(message["headers"], self._more, self._path)
        elif self._bodiless:
            message = {**message, "body": b""}
        await self._send(message)
