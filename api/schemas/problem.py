"""An error (RFC 9457)."""

from pydantic import ConfigDict

from api.schemas.base import Shape


class ProblemDetails(Shape):
    """What went wrong, in the reader's language; `parameter`, `value`, `closest` or `choices` beside, where known."""

    model_config = ConfigDict(extra="allow")

    type: str
    title: str
    status: int
    code: str
    detail: str
