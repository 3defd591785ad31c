"""Problem details (RFC 9457) for every error. No traceback and no path of the server reaches a client."""

import logging
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from kg.core import errors as known
from kg.core.errors import RettveiError

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

    async def rettvei(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RettveiError)
        status = STATUS[type(error)]
        if status >= 500:
            _log.error("%s: %s", error.code, error.message)
            return problem(status, error.code, "The graph cannot be used right now.")
        return problem(status, error.code, error.message, **error.details)

    async def http(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "error")
        return problem(error.status_code, code, str(error.detail), headers=error.headers)

    async def invalid(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        first = error.errors()[0]
        parameter = ".".join(str(p) for p in first["loc"][1:])
        return problem(400, "bad-input", f"{parameter}: {first['msg']}", parameter=parameter)

    async def unexpected(_: Request, error: Exception) -> JSONResponse:
        _log.error("unexpected %s", type(error).__name__, exc_info=error)
        return problem(500, "error", "Something went wrong here. It has been logged.")

    app.add_exception_handler(RettveiError, rettvei)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, unexpected)


def problem(status: int, code: str, detail: str, *, headers: Any = None, **details: object) -> JSONResponse:
    """One problem."""
    body = {"type": f"https://w3id.org/rettvei/problem/{code}", "title": code, "status": status, "detail": detail}
    extra = {k: v for k, v in details.items() if v not in (None, [], "")}
    return JSONResponse(body | extra, status, media_type=MEDIA_TYPE, headers=headers)
