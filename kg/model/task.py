"""Who has to do something or decides it, and what has to happen at a stage: answers in ids."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from kg.model.norm import Modality, Norm
from kg.model.question import Question


class Held(NamedTuple):
    """A norm that holds in the scope of a question, with the conditions that the question leaves open."""

    norm: Norm
    conditions: frozenset[str] = frozenset()


class Standing(StrEnum):
    """How a task or a decision is placed: with one, with several, in dispute, or with nobody we know of."""

    SETTLED = "settled"
    SHARED = "shared"
    CONTESTED = "contested"
    UNKNOWN = "unknown"


class Bearer(NamedTuple):
    """Somebody with the task, the strongest thing that a norm says of it, and the norms behind it."""

    actor: str
    modality: Modality
    reasons: tuple[Held, ...]


def bound(bearers: Sequence[Bearer]) -> list[Bearer]:
    """Those who must or decide; where there are none, those who are advised to; never those who only may."""
    firm = [b for b in bearers if b.modality in {Modality.DUTY, Modality.MANDATE}]
    return firm or [b for b in bearers if b.modality is Modality.RECOMMENDATION]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where one task (`question.action`) lies. `displaced` are norms of lower authority that say otherwise."""

    question: Question
    standing: Standing
    bearers: tuple[Bearer, ...] = ()
    displaced: tuple[Held, ...] = ()


class TaskCell(NamedTuple):
    """That an actor has a task at a stage (empty for any), and the norms that say so."""

    task: str
    actor: str
    stage: str
    modality: Modality
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMatrix:
    """Who has which task at which stage. `holes` are tasks known elsewhere or at other times that nobody has here."""

    cells: tuple[TaskCell, ...]
    holes: tuple[str, ...]
    overlaps: tuple[Placed, ...]


class Due(NamedTuple):
    """A deadline of a step: when it ends (None while the event from which it runs is not known)."""

    deadline: str
    event: str
    until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A norm of a stage in its turn, with its deadlines and the reported obstacles."""

    held: Held
    dues: tuple[Due, ...] = ()
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question that staff ask, with the short answers that hold; none where no rule is known."""

    question: str
    answers: tuple[str, ...]


class Turn(NamedTuple):
    """A day on which rules of a stage began (`began`) or had ended the day before (`ended`)."""

    day: date
    began: tuple[str, ...]
    ended: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAnswer:
    """What has to happen at one stage."""

    stage: str
    question: Question
    steps: tuple[Step, ...]
    questions: tuple[Answered, ...]
    history: tuple[Turn, ...]
