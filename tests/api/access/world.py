"""A client of the application over the world of the AuthZEN certification scenario."""

from functools import cache
from typing import Any

from starlette.testclient import TestClient

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from tests.worlds import small

PUBLIC = "https://pdp.example.com"

Json = dict[str, Any]


@cache
def client() -> TestClient:
    """The world of `tests/worlds/access.ttl`, at an address that clients know it by."""
    current = Current(Settings(home=small.home("access"), public_url=PUBLIC))
    return TestClient(create_app(current), base_url=PUBLIC)


def sent(route: str, body: Any, **headers: str) -> Any:
    """What a route under /access/v1 answers to a body."""
    return client().post(f"/access/v1/{route}", json=body, headers=headers)


def subject(ident: str, **properties: Any) -> Json:
    """A user."""
    return _entity("user", ident, properties)


def record(ident: str, **properties: Any) -> Json:
    """A record."""
    return _entity("record", ident, properties)


def action(name: str, **properties: Any) -> Json:
    """An action."""
    return {"name": name} | ({"properties": properties} if properties else {})


def _entity(sort: str, ident: str, properties: Json) -> Json:
    return {"type": sort, "id": ident} | ({"properties": properties} if properties else {})
