"""All the items of a list, page by page."""

from typing import Any

from tests.api.client import client


def every(noun: str, **query: str) -> list[dict[str, Any]]:
    """Items of `/v1/<noun>`; each page has to move on, and an item stands there once."""
    items: list[dict[str, Any]] = []
    while True:
        given = {"limit": "500", "offset": str(len(items))} | query
        body = client().get(f"/v1/{noun}", params=given).json()
        items += body["items"]
        if not body["items"] or len(items) >= body["total"]:
            break
    assert len({i["id"] for i in items}) == len(items) == body["total"]
    return items


def one(noun: str, ident: str, **query: str) -> dict[str, Any]:
    """The item of that id."""
    return next(i for i in every(noun, **query) if i["id"] == ident)
