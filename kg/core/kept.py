"""What was made once and is made again if it is forgotten: values by key, up to a number of them."""

from collections.abc import Callable, Hashable
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Value = TypeVar("Value")


class Kept:
    """Values by what they are made of. What is handed out is shared: nobody may change it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[Given, Value], *given: Given.args, **named: Given.kwargs) -> Value:
        """The value of that key, made now of what is given if it was not before; never None.

        When there are too many all are forgotten.
        """
        found: Value | None = self._kept.get(key)
        if found is None:
            if len(self._kept) >= self._most:
                self._kept.clear()
            found = self._kept[key] = make(*given, **named)
        return found
