"""Requests to the application over the real graph."""

from typing import Any

from tests import real
from tests.api.client import client

Json = dict[str, Any]
REFER = {"name": "refer"}
TODAY = "2026-11-24"


def entity(ident: str, **properties: Any) -> Json:
    kinds = real.index().kinds
    sort = "role" if ident in kinds.roles else "unit" if ident in kinds.units else "service"
    return {"type": sort, "id": ident} | ({"properties": properties} if properties else {})


def asked(referrer: str, receiver: str, **context: Any) -> Json:
    return {"subject": entity(referrer), "action": REFER, "resource": entity(receiver), "context": context}


def sent(route: str, body: Json, status: int = 200, **headers: str) -> Json:
    response = client().post(f"/access/v1/{route}", json=body, headers=headers)
    assert response.status_code == status, response.text
    said: Json = response.json()
    return said


ONE = asked("gp", "smp")
"""A request that is permitted."""
