"""`rettvei serve`: answer over HTTP, building first where needed."""

import os
import socket
from typing import Annotated

import typer

from kg.build import release
from kg.core import logs
from kg.core.errors import PortInUse
from kg.core.settings import PREFIX, Settings
from kg.serving import server

APP = "api.app:create"


def run(
    host: Annotated[str | None, typer.Option(help="Address to serve on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on; 0 takes a free one.", min=0, max=65535)] = None,
) -> None:
    """Serve the page and the API; build the graph first when it is not built or its files have changed.

    With RETTVEI_STORE nothing is built: the graph is what that endpoint holds.
    """
    settings = Settings(**{k: v for k, v in {"host": host, "port": port}.items() if v is not None})
    logs.configure(settings.log_level)
    with _bound(settings.host, settings.port) as listening:
        graph = "graph from a SPARQL endpoint" if settings.store else f"version {release.build(settings).kg_version}"
        address = listening.getsockname()[:2]
        typer.echo(f"Rettvei, {graph}: http://{_shown(*address)}/")
        if not settings.contact:
            logs.event("warning", "readers are told no address to report errors to", setting=f"{PREFIX}CONTACT")
        os.environ[f"{PREFIX}HOST"] = settings.host  # the application reads its settings itself
        server.run(APP, settings, listening)


def _bound(host: str, port: int) -> socket.socket:
    """The address, taken before the build, so that nobody waits for a build in vain. Raises `PortInUse`."""
    found = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        return found
    except OSError as error:
        found.close()
        message = "The address cannot be served on: choose another."
        raise PortInUse(message, address=_shown(host, port), cause=error.strerror) from error


def _shown(host: str, port: int) -> str:
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
