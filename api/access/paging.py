"""Pages of a search (AuthZEN, "Pagination"): a token says where the next page begins, and of which search it is.

Nothing is kept: a page is the whole search again, cut elsewhere. A token of another search or of another version of
the graph is refused.
"""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from api.access.members import Json, optional
from kg.core.errors import BadInput

MOST = 500
"""Results on one page, and how many there are when nobody says."""

_TOKEN = re.compile(r"(\d{1,9})\.(\d{1,9})\.([0-9a-f]{32})")


class Cut(NamedTuple):
    """Which part of a search is asked for, and the search's own mark."""

    offset: int
    limit: int
    mark: str


def cut(body: Json, version: str, search: str) -> Cut:
    """The part that the body asks for. Raises `BadInput` for a limit or token that is none, or a token not of here."""
    page = optional(body, "", "page", dict) or {}
    mark = _mark(body, version, search)
    limit = _limit(page)
    token = optional(page, "/page", "token", str)
    if not token:
        return Cut(0, MOST if limit is None else limit, mark)
    found = _read(token)
    if found is None or found.mark != mark or limit not in {None, found.limit}:
        message = "The token belongs to another search, or to another version of the graph."
        raise BadInput(message, reason="other-token", pointer="/page/token")
    return found


def paged(results: Sequence[Json], part: Cut) -> tuple[Json, list[Json]]:
    """The page object and the results of one page."""
    shown = list(results[part.offset : part.offset + min(part.limit, MOST)])
    reached = part.offset + len(shown)
    following = _write(part._replace(offset=reached)) if reached < len(results) else ""
    return {"next_token": following, "count": len(shown), "total": len(results)}, shown


def _limit(page: Json) -> int | None:
    limit: Any = page.get("limit")
    if limit is None:
        return None
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 0:
        raise BadInput("A limit is a whole number from 0.", reason="no-limit", pointer="/page/limit")
    return min(limit, MOST)


def _mark(body: Json, version: str, search: str) -> str:
    """One mark for all that a search is about."""
    asked = {name: body.get(name) for name in ("subject", "action", "resource", "context")}
    said = json.dumps([version, search, asked], sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _write(part: Cut) -> str:
    return base64.urlsafe_b64encode(f"{part.offset}.{part.limit}.{part.mark}".encode()).decode().rstrip("=")


def _read(token: str) -> Cut | None:
    """What stands in a token, or None where it is not what we write."""
    try:
        plain = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    found = _TOKEN.fullmatch(plain)
    return Cut(int(found[1]), int(found[2]), found[3]) if found else None
