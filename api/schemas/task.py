"""Who has to do something, who decides it, and what has to happen at a stage."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from api.schemas.base import Ref, Shape
from api.schemas.decision import Obstacle
from api.schemas.norm import Condition, Norm
from kg.model.norm import Modality
from kg.model.task import Standing


class Held(Norm):
    """A norm that holds in the scope that was asked, with whom and what it is about; conditions make it open."""

    towards: list[Ref]
    services: list[Ref]
    groups: list[Ref]
    stages: list[Ref]
    conditions: list[Condition]


class Bearer(Shape):
    """Somebody with the task, how strongly, and why."""

    actor: Ref
    modality: Modality
    says: str
    reasons: list[Held]


class PlacedTask(Shape):
    """Where a task or decision lies, in words as well; `displaced` norms are of lower authority and say otherwise."""

    stage: Ref | None
    outcome: Standing
    headline: str
    bearers: list[Bearer]
    displaced: list[Held]
    as_of: date


class Responsibility(PlacedTask):
    """A task and who has it."""

    task: Ref


class Mandate(PlacedTask):
    """A decision, who makes it, who cannot set it aside, and where disagreement can be raised."""

    subject: Ref
    may_not_challenge: list[Ref]
    raised_before: list[Ref]
    challenge: list[str]


class TaskCell(Shape):
    """That an actor has a task at a stage; without a stage, at all."""

    task: str
    actor: str
    stage: str | None
    modality: Modality
    norms: list[str]


class Overlap(Shape):
    """A task that several have."""

    task: Ref
    outcome: Literal["shared", "contested"]
    headline: str
    actors: list[str]


class TaskMatrix(Shape):
    """Tasks by actor and stage. `holes` are tasks known elsewhere or at other times that nobody has here."""

    tasks: list[Ref]
    actors: list[Ref]
    stages: list[Ref]
    cells: list[TaskCell]
    holes: list[Ref]
    overlaps: list[Overlap]
    kg_version: str


class Due(Shape):
    """A deadline, the event from which it runs, and when it ends where that is known."""

    deadline: Ref
    from_: Ref = Field(alias="from")
    until: datetime | None
    statement: str


class Pays(Shape):
    """What a day costs, in Norwegian kroner, and how well that is known; null where it was not found."""

    kroner: int | None
    assurance: str | None
    statement: str


class StageStep(Held):
    """One thing that has to happen: who does what, by when, who pays, and which obstacles studies report."""

    who: list[Ref]
    says: str
    action: Ref
    due: list[Due]
    pays: Pays | None
    obstacles: list[Obstacle]


class ShortAnswer(Ref):
    """An answer that holds, in which services, and the norms it rests on."""

    services: list[Ref]
    rests_on: list[Ref]


class AskedByStaff(Shape):
    """A question that staff ask, its answers of the day, and what is local and not known."""

    question: Ref
    answers: list[ShortAnswer]
    unknown: str | None
    local_matters: list[str]


class Turn(Shape):
    """A day on which rules of the stage began, or had ended the day before."""

    day: date
    in_words: str = Field(alias="date")
    began: list[Ref]
    ended: list[Ref]


class StageAnswer(Shape):
    """What has to happen at a stage."""

    stage: Ref
    steps: list[StageStep]
    not_known: str | None
    questions: list[AskedByStaff]
    history: list[Turn]
    as_of: date
