"""What one version of the graph holds otherwise than another."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.decision import Decision
from kg.model.question import Question

STATEMENT = "statement"
"""The field that holds a norm in words: each language has its own."""


class Sort(StrEnum):
    """What has become of a norm.

    One that `ended` is still there and has got a last day that is past or today; that of an `ending` one is to come; a
    `removed` one is gone.
    """

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"
    ENDING = "ending"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphChange:
    """A named graph (an IRI) whose statements differ, and how many triples it had and has; 0 where it is not there."""

    graph: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A field of a norm with its values in both versions: ids, days and texts, none where it says nothing."""

    field: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """A question that two versions answer differently; None where a version does not know what it asks about.

    `because`: the norms that changed and decide on either side; without such, those that decide on one side only.
    """

    question: Question
    before: Decision | None
    after: Decision | None
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NormChange:
    """A norm that one version states otherwise, and the answers that differ because of it."""

    norm: str
    sort: Sort
    fields: tuple[FieldChange, ...]
    answers: tuple[AnswerChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """All norms that differ, and the answers that differ without one of them."""

    norms: tuple[NormChange, ...]
    others: tuple[AnswerChange, ...]
