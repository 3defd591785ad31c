"""What was put in words before: the pieces of an answer that do not depend on who asks, or when, of one language.

No answer is kept: each is put together anew.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Piece = TypeVar("Piece")

MOST = 4096
"""Pieces, of a kilobyte each, that a language keeps: ten times what our graph needs, and all that a large one takes."""


class Said:
    """Pieces by what they are made of. What is handed out is shared: nobody may change it."""

    def __init__(self) -> None:
        self._pieces: dict[Hashable, Any] = {}

    def once(self, key: Hashable, say: Callable[[], Piece]) -> Piece:
        """The piece of that key, said now if it was not before. When there are too many, all are forgotten."""
        found: Piece | None = self._pieces.get(key)
        if found is None:
            if len(self._pieces) >= MOST:
                self._pieces.clear()
            found = self._pieces[key] = say()
        return found
