"""The application: made from a graph and settings, doing nothing at import."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

import kg
from api import errors, middleware, openapi
from api.metrics import Metrics
from api.readiness import Check
from api.routes import (
    access,
    actors,
    cases,
    changes,
    concepts,
    coverage,
    diagnostics,
    discovery,
    findings,
    instruments,
    norms,
    places,
    queries,
    referrals,
    services,
    sparql,
    status,
    tasks,
    timeline,
    transitions,
)
from api.turns import Turns
from api.ui import about, now, pages
from api.ui import queries as query_pages
from kg.core.settings import Settings
from kg.wiring import Current, strangers
from kg.workers.pool import Pool

NOUNS = (
    *(referrals, tasks, transitions, norms, instruments, timeline, findings, cases, diagnostics),
    *(actors, services, concepts, places, coverage, changes, access, discovery, queries, sparql, status),
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
        redirect_slashes=False,
        lifespan=_lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.current = current
    metrics = app.state.metrics = Metrics()
    app.state.strangers = strangers(current.settings, current.location(), metrics.replaced)
    app.state.turns = Turns()
    app.state.templates = pages.templates()
    app.state.checks = {
        "graph": Check(current.missing),
        "store": Check(current.trouble, needed=False),
        "workers": Check(app.state.strangers.trouble, needed=False),
    }
    errors.install(app)
    middleware.install(app, current.settings)
    for noun in NOUNS:
        app.include_router(noun.router)
    app.include_router(pages.router)
    app.include_router(about.router)
    app.include_router(now.router)
    app.include_router(query_pages.router)
    app.mount("/static", StaticFiles(directory=pages.STATIC), name="static")
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Workers are ready before the first query, and gone with the service; new versions are noticed between."""
    pool: Pool = app.state.strangers
    current: Current = app.state.current
    with current.watched():
        pool.top_up()
        yield
        await pool.close()


def create() -> FastAPI:
    """The application over the graph that the settings of the environment name. For uvicorn."""
    return create_app(Current(Settings()))
