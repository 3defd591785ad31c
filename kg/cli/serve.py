"""`rettvei serve`: answer over HTTP, building first where needed."""

import socket
from typing import Annotated

import typer
import uvicorn

from kg.build import release
from kg.core import logs
from kg.core.errors import PortInUse
from kg.core.settings import Settings

APP = "api.app:create"


def run(
    host: Annotated[str | None, typer.Option(help="Address to serve on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to serve on.", min=0, max=65535)] = None,
) -> None:
    """Serve the page and the API; build the graph first when it is not built or its files have changed."""
    settings = Settings()
    logs.configure(settings.log_level)
    address = (host or settings.host, settings.port if port is None else port)
    _check_free(address)
    report = release.build(settings)
    typer.echo(f"Rettvei, version {report.kg_version}: http://{_shown(address)}/")
    uvicorn.run(APP, factory=True, host=address[0], port=address[1], log_level="warning", server_header=False)


def _check_free(address: tuple[str, int]) -> None:
    """Say it before the build that the address is taken. Raises `PortInUse`."""
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            message = "The address cannot be served on: choose another."
            raise PortInUse(message, address=_shown(address), cause=error.strerror) from error


def _shown(address: tuple[str, int]) -> str:
    host, port = address
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
