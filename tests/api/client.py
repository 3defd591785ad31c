"""A client of the application over the real graph."""

from functools import cache

from starlette.testclient import TestClient

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real


@cache
def client() -> TestClient:
    """Errors of the server come back as the client would see them."""
    return TestClient(create_app(Current(Settings(home=real.home()))), raise_server_exceptions=False)
