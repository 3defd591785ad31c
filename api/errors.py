"""Problem details (RFC 9457) for every error. No traceback and no path of the server reaches a client."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api import deps
from kg.core import errors as known
from kg.core import logs
from kg.core.errors import RettveiError
from kg.wording import errors

MEDIA_TYPE = "application/problem+json"
STATUS: Mapping[type[RettveiError], int] = MappingProxyType(
    {
        RettveiError: 500,
        known.BadInput: 400,
        known.UnknownName: 404,
        known.AmbiguousName: 409,
        known.NotFound: 404,
        known.TooLarge: 413,
        known.AddressTooLong: 414,
        known.HeadTooLarge: 431,
        known.TooSlow: 408,
        known.WrongHost: 421,
        known.UnsupportedMedia: 415,
        known.NotAcceptable: 406,
        known.TooMany: 429,
        known.Busy: 503,
        known.OutOfTime: 504,
        known.TooComplex: 400,
        known.SourceError: 500,
        known.QueryFileError: 500,
        known.BuildError: 500,
        known.NotReady: 503,
        known.StoreMissing: 503,
        known.StoreUnavailable: 503,
        known.StoreLocked: 503,
        known.PortInUse: 500,
    }
)
"""The status of each error: a test asks for every one."""

PASSING = frozenset({429, 503})
"""Statuses of what may be otherwise in a moment."""

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
"""Methods that a route may be made for; HEAD goes with GET."""

AGAIN = "2"
"""Seconds after which to try again then."""


def install(app: FastAPI) -> None:
    """Turn every error into a problem."""

    async def rettvei(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RettveiError)
        return explained(request, error)

    async def http(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "error")
        headers = dict(error.headers or {})
        if error.status_code == 405:
            headers["Allow"] = _methods(request) or "GET, HEAD"  # files, which stand beside the routes
        return problem(request, error.status_code, code, headers=headers)

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        parameter = ".".join(str(p) for p in first["loc"][1:])
        return problem(request, 400, "bad-input", message=str(first["msg"]), parameter=parameter)

    app.add_exception_handler(RettveiError, rettvei)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)


def _methods(request: Request) -> str:
    """All methods that an address takes (RFC 9110, 10.2.1): a route knows its own only, and some have one for each."""
    asked = ((m, dict(request.scope) | {"method": m}) for m in METHODS)
    taken = [m for m, scope in asked if any(r.matches(scope)[0] is Match.FULL for r in request.app.routes)]
    return ", ".join(f"{m}, HEAD" if m == "GET" else m for m in taken)


def explained(request: Request, error: RettveiError) -> JSONResponse:
    """The problem that an error is; what is our own fault goes to the log, and is told to nobody."""
    status = STATUS[type(error)]
    if status == 500:
        logs.event("error", error.code, trail=logs.trail(error))
        return problem(request, status, "error")
    later = {"Retry-After": AGAIN} if status in PASSING else None
    return problem(request, status, error.code, headers=later, message=error.message, **error.details)


def problem(request: Request, status: int, code: str, *, headers: Any = None, **details: Any) -> JSONResponse:
    """One problem, its title and detail in the reader's language. What else is known of it stands beside them."""
    request.state.problem = code  # to be counted
    words, labels = deps.words(request)
    said = errors.problem(code, words, details, labels)
    body = {
        "type": f"https://w3id.org/rettvei/problem/{code}",
        "title": said.title,
        "status": status,
        "code": code,
        "detail": said.detail,
    }
    extra = {k: v for k, v in details.items() if k not in {"message", *body} and v not in (None, [], "")}
    return JSONResponse(body | extra, status, media_type=MEDIA_TYPE, headers=headers)
