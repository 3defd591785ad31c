"""A decision (`/v1/referrals/check`)."""

from datetime import date
from typing import Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from api.schemas.base import Ref, Shape
from api.schemas.norm import Beside, Condition, Displaced, Matched, Near
from kg.model.decision import Outcome, Sign
from kg.model.question import Basis

Tone = TypeAliasType("Tone", Literal["yes", "check", "disputed", "no", "reported-no", "unknown"])


class Question(Shape):
    """The question as it was understood: `assumed` names the defaults, `understood` says them in words."""

    referrer: Ref
    receiver: Ref
    action: str
    service: Ref | None
    setting: str
    group: Ref | None
    urgency: str
    stage: str
    place: Ref | None
    on: date
    basis: Basis
    holds: list[str]
    assumed: list[str]
    understood: list[str]


class Because(Shape):
    """Why nothing could be decided."""

    code: str
    statement: str


class Group(Shape):
    """An open norm and all that has to hold for it; `effect` says what it then does."""

    norm: str
    effect: Sign
    all_of: list[Condition]
    statement: str
    acting_as: Ref


class Otherwise(Shape):
    """What the answer is when the conditions do not hold; for an "unless", when they do."""

    outcome: Outcome
    tone: Tone
    statement: str
    reasons: list[str]


class Step(Shape):
    """One step of a way round; `norm` is null where no rule is needed."""

    from_: Ref = Field(alias="from")
    action: str
    to: Ref
    norm: str | None
    outcome: Outcome | None
    statement: str
    conditions: list[Condition]


class Obstacle(Shape):
    """What a study says may stop somebody on the way."""

    finding: str
    statement: str


class Route(Shape):
    """A way round."""

    steps: list[Step]
    obstacles: list[Obstacle]


class Law(Shape):
    """The day on which acts and regulations were last checked."""

    checked_on: date | None


class Coverage(Shape):
    """What has been read for the place: lists and agreements are null where none was."""

    law: Law
    hospital_list: list[Ref] | None
    agreement: list[Ref] | None
    statements: list[str]


class CoverageAnswer(Coverage):
    """Coverage of one place."""

    place: Ref
    kg_version: str


class Unit(Shape):
    """A unit of the trust as a register lists it: that it serves a municipality is not said."""

    id: str
    name: str
    organisation_number: str
    kinds: list[Ref]
    trust: Ref
    listed_on: date | None


class Decision(Shape):
    """The answer with everything that it rests on."""

    question: Question
    outcome: Outcome
    headline: str
    summary: str
    line: str
    tone: Tone
    because: Because | None
    reasons: list[Matched]
    support: list[Matched]
    displaced: list[Displaced]
    locally: list[Matched]
    exceptions: list[Matched]
    nearest: list[Near]
    conditions: list[Group]
    otherwise: Otherwise | None
    missing: list[str]
    missing_statements: list[str]
    routes: list[Route]
    alongside: list[Beside]
    coverage: Coverage
    units: list[Unit]
    send_to: Ref | None
    as_of: date
    kg_version: str
    decision_id: str
    asked_of_version: str | None = Field(None, description="The version that gave the decision, where it is another.")
