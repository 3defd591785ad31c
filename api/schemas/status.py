"""What `/health` answers."""

from typing import Literal

from pydantic import Field

from api.schemas.base import Shape


class Live(Shape):
    """The process is there."""

    status: Literal["live"]


class Ready(Shape):
    """It answers; `degraded` where something is amiss that answers can do without."""

    status: Literal["ready", "degraded"]
    kg_version: str = Field(description="The version of the graph that answers.")
    checks: dict[str, str] = Field(description="What is looked after: `ready`, or what is the matter.")
