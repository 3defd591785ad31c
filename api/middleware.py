"""What stands around the application, outermost first: `api.doors.around`, then CORS where it is set."""

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware

from api.doors.around import Around
from kg.core.settings import Settings

_READ = ("GET", "HEAD")
_SHOWN = ("ETag", "KG-Version", "X-Request-ID", "Retry-After", "Rettvei-Cut")


def install(app: FastAPI, settings: Settings) -> None:
    """Put it around the application. Pages of other origins may read where that is set, and never write."""
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=_READ,
            allow_headers=("X-Request-ID", "If-None-Match"),
            expose_headers=_SHOWN,
        )
    app.add_middleware(Around, current=app.state.current, metrics=app.state.metrics, settings=settings)
