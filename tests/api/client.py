"""A client of the application over the real graph."""

from functools import cache
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real


def application(**settings: Any) -> FastAPI:
    """The application over the real graph, by these settings."""
    return create_app(Current(Settings(home=real.home(), **settings)))


@cache
def client() -> TestClient:
    """Errors of the server come back as the client would see them."""
    return TestClient(application(), raise_server_exceptions=False)
