"""The address under which this service is known: never what a Host header says, which any page may choose."""

from fastapi import Request

from kg.wiring import Current


def own(request: Request) -> str:
    """The setting `public_url`; without it, where this server took the connection, which is meant for this machine."""
    current: Current = request.app.state.current
    if current.settings.public_url:
        return current.settings.public_url
    host, port = request.scope["server"]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
