"""What all shapes share: names as in JSON, and a named thing."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel

Item = TypeVar("Item")


class Shape(BaseModel):
    """An object of an answer; later versions may add to it."""

    # built when the description is asked for, not at every start
    model_config = ConfigDict(alias_generator=to_camel, defer_build=True)


class Ref(Shape):
    """Something with an id in its collection and a name in the reader's language."""

    id: str
    label: str


class Page(Shape, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    total: int
    limit: int
    offset: int
    kg_version: str
