"""Our application on our server with one route more: a constant of any size, ready made, behind the same middleware.

`python -m bench.served PORT` serves it.
"""

import socket
import sys

from fastapi import FastAPI, Request, Response
from fastapi.routing import APIRoute

from api import app as ours
from kg.core.settings import Settings
from kg.serving import server

CONSTANT = "/v1/constant/{size}"


def create() -> FastAPI:
    """The application. The constant stands first among the routes, so that it is found no later than `check`."""
    app = ours.create()
    ready: dict[str, bytes] = {}

    async def constant(request: Request) -> Response:
        size = request.path_params["size"]
        body = ready.get(size) or ready.setdefault(size, b'"' + (int(size) - 2) * b"x" + b'"')
        return Response(body, media_type="application/json")

    app.router.routes.insert(0, APIRoute(CONSTANT, constant))
    return app


def serve(port: int) -> None:
    """Serve it as `rettvei serve` does."""
    listening = socket.create_server(("127.0.0.1", port))
    server.run(create, Settings(), listening)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
