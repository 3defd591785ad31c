"""Our application on our server with one route more: a constant of any size, ready made, behind the same middleware.

`python -m bench.served PORT` serves it.
"""

import socket
import sys

from fastapi import APIRouter, FastAPI, Request, Response

from api import app as ours
from kg.core.settings import Settings
from kg.serving import server

CONSTANT = "/v1/constant/{size}"


def create() -> FastAPI:
    """The application. The constant stands first among the routes, so that it is found no later than `check`."""
    app = ours.create()
    app.include_router(_constant())
    app.router.routes.insert(0, app.router.routes.pop())
    return app


def _constant() -> APIRouter:
    """The route, included as ours are."""
    router = APIRouter()
    ready: dict[str, bytes] = {}

    @router.get(CONSTANT)
    async def constant(request: Request) -> Response:
        size = request.path_params["size"]
        body = ready.get(size) or ready.setdefault(size, b'"' + (int(size) - 2) * b"x" + b'"')
        return Response(body, media_type="application/json")

    return router


def serve(port: int) -> None:
    """Serve it as `rettvei serve` does."""
    listening = socket.create_server(("127.0.0.1", port))
    server.run(create, Settings(), listening)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
