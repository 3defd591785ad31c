"""Headers of every answer, and the limit on what may be asked."""

from collections.abc import Awaitable, Callable
from types import MappingProxyType

from fastapi import FastAPI, Request, Response

from api.errors import problem

MOST_QUERY = 8_000
"""Bytes of a query string."""

MOST_BODY = 100_000
"""Bytes of a body; nothing here reads one yet."""

_ALWAYS = MappingProxyType(
    {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'",
    }
)


def install(app: FastAPI) -> None:
    """Limits before, headers after."""

    @app.middleware("http")
    async def limited(request: Request, answer: Callable[[Request], Awaitable[Response]]) -> Response:
        response = _refusal(request) or await answer(request)
        response.headers.update(_ALWAYS)
        if request.url.path.startswith("/v1/"):
            response.headers["Vary"] = "Accept, Accept-Language"
            response.headers["KG-Version"] = request.app.state.current.graph().version
        return response


def _refusal(request: Request) -> Response | None:
    if len(request.scope.get("query_string", b"")) > MOST_QUERY:
        return problem(
            request, 414, "too-large", f"The address is too long: at most {MOST_QUERY} bytes after the question mark."
        )
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MOST_BODY:
        return problem(request, 413, "too-large", f"The body is too large: at most {MOST_BODY} bytes.")
    return None
