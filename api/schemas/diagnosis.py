"""What can be told of a team or a case."""

from typing import Literal

from pydantic import Field

from api.schemas.base import Ref, Shape
from kg.model.diagnosis import State


class Diagnosable(Ref):
    """A team, unit or place of a study."""

    collection: Literal["unit", "place"]


class Member(Shape):
    """Members of one role: their host, how many they are, and how much of their time is the team's."""

    role: Ref
    host: Ref | None
    count: int | None
    time: Literal["full-time", "part-time"] | None
    percent: int | None


class Relation(Shape):
    """With how many of another role one member works, in one period."""

    statement: str
    from_: Ref = Field(alias="from")
    to: Ref
    at_least: int | None
    at_most: int | None
    crosses_hosts: bool | None
    step: int | None


class Goal(Ref):
    """A goal; rank 1 is on top, and none is not ordered."""

    rank: int | None
    owners: list[Ref]
    level: Ref | None
    stated_in: list[Ref]
    serves: Ref | None


class Arrangement(Ref):
    """Who holds, pays or uses something, and whether it is common to the team."""

    holders: list[Ref]
    common: bool | None
    share: Literal["all", "most", "smaller", "none"] | None
    step: int | None
    shown_by: list[Ref]


class Topic(Shape):
    """The arrangements on one topic, in the order in which they followed each other."""

    topic: Ref
    arrangements: list[Arrangement]


class Realised(Ref):
    """A concept with how far it is realised, whether the project inferred that, and what shows it."""

    extent: Literal["realised", "partly", "not-realised", "not-stated"] | None
    derived: bool
    shown_by: list[Ref]


class Framework(Shape):
    """One scheme of concepts. What is not stated is not thereby lacking."""

    scheme: Ref
    covered: list[Realised]
    lacking: list[Realised]
    not_stated: list[Ref]


class Strategy(Ref):
    """What somebody did about a barrier."""

    type: Ref | None
    aspect: Ref | None
    resolves: bool | None
    shown_by: list[Ref]


class Barrier(Shape):
    """A reported barrier; `met` is null where nobody says whether it was."""

    finding: Ref
    met: bool | None
    says: str
    strategies: list[Strategy]


class Flag(Shape):
    """Something that a team should have in place, and how this one stands to it."""

    code: str
    item: Ref
    level: Literal["violation", "warning", "info"]
    topic: Ref
    state: State
    says: str
    number: int | None
    basis: list[Ref]


class EvaluationResult(Ref):
    """A result of an evaluation of the approach."""

    source: Ref


class Diagnosis(Shape):
    """Everything that the graph tells of one team or case."""

    subject: Ref
    people: int | None
    members: list[Member]
    relations: list[Relation]
    goals: list[Goal]
    arrangements: list[Topic]
    frameworks: list[Framework]
    barriers: list[Barrier]
    flags: list[Flag]
    evaluations: list[EvaluationResult]
    kg_version: str
