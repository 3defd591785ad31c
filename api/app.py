"""The application: made from a graph and settings, doing nothing at import."""

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

import kg
from api import errors, middleware, openapi
from api.metrics import Metrics
from api.routes import (
    actors,
    cases,
    changes,
    concepts,
    coverage,
    findings,
    instruments,
    norms,
    places,
    queries,
    referrals,
    services,
    status,
    timeline,
)
from api.ui import pages
from kg.core.settings import Settings
from kg.wiring import Current

NOUNS = (
    *(referrals, norms, instruments, timeline, findings, cases),
    *(actors, services, concepts, places, coverage, changes, queries, status),
)
"""The routes, in the order in which they are documented."""


def create_app(current: Current) -> FastAPI:
    """The application over the graph that is current."""
    app = openapi.Described(
        title="Rettvei",
        version=kg.__version__,
        summary="Who may refer whom, on what basis, and which way round.",
        description=openapi.ABOUT,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        openapi_tags=openapi.tags(),
        servers=[{"url": "/"}],
        generate_unique_id_function=openapi.operation_id,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.current = current
    app.state.metrics = Metrics()
    app.state.templates = pages.templates()
    errors.install(app)
    middleware.install(app)
    for noun in NOUNS:
        app.include_router(noun.router)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    return app


def create() -> FastAPI:
    """The application over the current version on disk, by the settings of the environment. For uvicorn."""
    return create_app(Current(Settings()))
