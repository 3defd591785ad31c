"""Reading members of a JSON object: each mistake is told by its JSON pointer (RFC 6901)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from kg.core.errors import BadInput, TooLarge

Json = dict[str, Any]
T = TypeVar("T", str, list[Any], Json)

MOST = 100
"""Members of one object: of properties and of a context."""

_SORTS = MappingProxyType({str: "string", list: "array", dict: "object"})


def needed(of: Json, at: str, name: str, sort: type[T]) -> T:
    """A member that has to be there. Raises `BadInput` where it is not, or is of another type."""
    where = pointer(at, name)
    if name not in of:
        raise BadInput(f"{where} is missing.", reason="no-member", pointer=where)
    return typed(of[name], where, sort)


def optional(of: Json, at: str, name: str, sort: type[T]) -> T | None:
    """A member that may be left out, or null. Raises `BadInput` where it is of another type."""
    value = of.get(name)
    return None if value is None else typed(value, pointer(at, name), sort)


def typed(value: Any, at: str, sort: type[T]) -> T:
    """The value, when it is of this type. Raises `BadInput`; `TooLarge` for an object of more than `MOST` members."""
    if not isinstance(value, sort):
        name = _SORTS[sort]
        raise BadInput(f"{at} is a JSON {name}.", reason="wrong-member", pointer=at, sort=name)
    if isinstance(value, dict) and len(value) > MOST:
        raise TooLarge(f"{at} has more than {MOST} members.", reason="members", pointer=at, most=MOST)
    return value


def pointer(at: str, name: str | int) -> str:
    """The JSON pointer of a member of what stands at another."""
    return f"{at}/{str(name).replace('~', '~0').replace('/', '~1')}"


def texts(of: Mapping[str, Any], at: str, name: str) -> tuple[str, ...]:
    """A list of strings that may be left out. Raises `BadInput`."""
    found = optional(dict(of), at, name, list) or []
    return tuple(typed(text, pointer(pointer(at, name), n), str) for n, text in enumerate(found))
