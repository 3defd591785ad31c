"""What was put in words before: the pieces of an answer that do not depend on who asks, or when, of one language.

No answer is kept: each is decided and put together anew.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import orjson

Kept = TypeVar("Kept")

MOST = 4096
"""Pieces, of a kilobyte or a few, that a language keeps: some times what our graph needs, whatever a larger one has."""


def plain(piece: Any) -> Any:
    """A piece as it is: for pages and terminals."""
    return piece


def written(piece: Any) -> Any:
    """A piece as the JSON that orjson puts into an answer as it stands."""
    return orjson.Fragment(orjson.dumps(piece))


class Said:
    """Pieces by what they are made of, in one form. What is handed out is shared: nobody may change it."""

    def __init__(self, form: Callable[[Any], Any] = plain) -> None:
        self._form = form
        self._kept: dict[Hashable, Any] = {}

    def piece(self, key: Hashable, say: Callable[[], Any]) -> Any:
        """The piece of that key, in the form of these."""
        return self.once(key, lambda: self._form(say()))

    def once(self, key: Hashable, say: Callable[[], Kept]) -> Kept:
        """What was said for that key, now if it was not before. When there is too much, all is forgotten."""
        found: Kept | None = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST:
                self._kept.clear()
            found = self._kept[key] = say()
        return found
