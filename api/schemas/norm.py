"""A norm in an answer, and where it stands."""

from datetime import date
from typing import Literal

from api.schemas.base import Ref, Shape
from kg.model.decision import Sign
from kg.model.norm import Modality


class Citation(Shape):
    """A provision or clause by its number on the day, or a finding."""

    id: str
    title: str
    section: str
    url: str
    kind: str
    instrument: str


class Assurance(Shape):
    """How well content and dates were verified: ids of grades."""

    content: str | None
    date: str | None


class Requirement(Shape):
    """How the action is to be done."""

    kind: Literal["form", "channel", "content", "deadline"]
    statement: str


class Condition(Shape):
    """Something that the question cannot tell. Its id is what `holds` takes."""

    id: str
    kind: Literal["case", "capacity", "place", "evidence"]
    statement: str


class Norm(Shape):
    """What holds of a norm whoever asks."""

    norm: str
    modality: Modality
    statement: str
    authority: str
    assurance: Assurance
    grade: str
    place: Ref
    valid_from: date | None
    valid_to: date | None
    period: str | None
    last_observed: str | None
    presuppositions: list[str]
    requirements: list[Requirement]
    citations: list[Citation]


class NormAnswer(Norm):
    """One norm by its id."""

    kg_version: str


class Matched(Norm):
    """A norm that speaks of the question; conditions make it open."""

    sign: Sign
    implied: bool
    acting_as: Ref
    conditions: list[Condition]


class Displaced(Matched):
    """A norm that gives way, and what to do about it."""

    advice: str


class Near(Norm):
    """A norm that does not decide, and what keeps it from doing so."""

    sign: Sign
    facet: str
    because: str
    acting_as: Ref | None
    conditions: list[Condition]


class Beside(Shape):
    """A norm that hangs on the referral, and when it matters; the rest of it stands at `/v1/norms/{id}`."""

    when: Literal["urgent", "before", "onward", "after"]
    norm: str
    statement: str
    grade: str
    who_may_call: str | None
    citations: list[Citation]
