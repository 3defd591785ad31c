"""What was put in words before: the pieces of an answer that do not depend on who asks, or when, of one language.

No answer is kept: each is decided and put together anew.
"""

from collections.abc import Callable, Hashable
from typing import Any

import orjson

from kg.core.kept import Kept

MOST = 4096
"""Pieces, of a kilobyte or a few, that a language keeps: some times what our graph needs, whatever a larger one has."""

MOST_ROWS = 512
"""Rows of pieces, of some ten kilobytes each, that it keeps."""


def plain(piece: Any) -> Any:
    """A piece as it is: for pages and terminals."""
    return piece


def written(piece: Any) -> Any:
    """A piece as the JSON that orjson puts into an answer as it stands."""
    return orjson.Fragment(orjson.dumps(piece))


class Said(Kept):
    """Pieces by what they are made of, in one form."""

    def __init__(self, form: Callable[[Any], Any] = plain) -> None:
        super().__init__(MOST)
        self._form = form
        self._rows = Kept(MOST_ROWS)

    def piece(self, key: Hashable, say: Callable[[], Any]) -> Any:
        """The piece of that key, in the form of these."""
        return self.once(key, self._formed, say)

    def row(self, key: Hashable, say: Callable[[], list[Any]]) -> Any:
        """Pieces that are shown one after the other, as one."""
        return self._rows.once(key, self._formed, say)

    def _formed(self, say: Callable[[], Any]) -> Any:
        return self._form(say())
