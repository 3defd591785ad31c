"""Problem details (RFC 9457) for every error. No traceback and no path of the server reaches a client."""

import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api import deps
from kg.core import errors as known
from kg.core.errors import RettveiError
from kg.wording.words import Words

MEDIA_TYPE = "application/problem+json"
STATUS: Mapping[type[RettveiError], int] = MappingProxyType(
    {
        RettveiError: 500,
        known.BadInput: 400,
        known.UnknownName: 404,
        known.AmbiguousName: 409,
        known.NotFound: 404,
        known.TooLarge: 413,
        known.UnsupportedMedia: 415,
        known.SourceError: 500,
        known.QueryFileError: 500,
        known.BuildError: 500,
        known.StoreMissing: 503,
        known.StoreLocked: 503,
        known.PortInUse: 500,
    }
)
"""The status of each error: a test asks for every one."""

_log = logging.getLogger("rettvei")


def install(app: FastAPI) -> None:
    """Turn every error into a problem."""

    async def rettvei(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RettveiError)
        status = STATUS[type(error)]
        if status >= 500:
            _log.error("%s: %s", error.code, error.message)
            return problem(request, status, error.code)
        return problem(request, status, error.code, error.message, **error.details)

    async def http(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "error")
        return problem(request, error.status_code, code, headers=error.headers)

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        parameter = ".".join(str(p) for p in first["loc"][1:])
        return problem(request, 400, "bad-input", f"{parameter}: {first['msg']}", parameter=parameter)

    async def unexpected(request: Request, error: Exception) -> JSONResponse:
        _log.error("unexpected %s", type(error).__name__, exc_info=error)
        return problem(request, 500, "error")

    app.add_exception_handler(RettveiError, rettvei)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, unexpected)


def problem(
    request: Request, status: int, code: str, detail: str = "", *, headers: Any = None, **details: Any
) -> JSONResponse:
    """One problem: `title` in the reader's language, `detail` too where there are words for it."""
    words = deps.reader(request).words
    body = {
        "type": f"https://w3id.org/rettvei/problem/{code}",
        "title": words.say(f"problem.{code}"),
        "status": status,
        "code": code,
        "detail": _detail(words, code, detail, details),
    }
    extra = {k: v for k, v in details.items() if v not in (None, [], "")}
    return JSONResponse(body | extra, status, media_type=MEDIA_TYPE, headers=headers)


def _detail(words: Words, code: str, detail: str, details: Mapping[str, Any]) -> str:
    key = f"problem-detail.{code}"
    if not words.has(key):
        return detail or words.say("problem-detail.error")
    if code == "not-found" and detail:
        return detail
    choices = [str(c) for c in (details.get("closest") or details.get("choices") or ())]
    names = ", ".join(choices)
    said = words.say(key, value=details.get("value", ""), parameter=details.get("parameter", ""), names=names)
    closest = " " + words.say("problem-detail.closest", names=names) if code == "unknown-name" and names else ""
    return said + closest
