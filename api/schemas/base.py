"""What all shapes share: names as in JSON, and a named thing."""

from typing import Generic, TypeVar, cast

from pydantic import BaseModel, ConfigDict, create_model
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


def page_of(item: type[BaseModel]) -> type[BaseModel]:
    """A page of these, under the name that a generated client gives it: `NormPage`."""
    of_item = cast(type[BaseModel], Page.__class_getitem__(item))
    return create_model(f"{item.__name__}Page", __base__=of_item, __doc__=Page.__doc__)
