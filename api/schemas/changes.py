"""What differs between two versions (`/v1/changes`)."""

from datetime import date, datetime

from api.schemas.base import Page, Ref, Shape
from api.schemas.decision import Question
from api.schemas.lists import Found
from kg.model.change import Sort


class FieldChange(Shape):
    """A field of a norm with its values in both versions: ids, days and texts; none where it says nothing."""

    field: str
    before: list[str]
    after: list[str]


class AnswerChange(Shape):
    """A question that the versions answer differently; null where a version does not know what it asks about.

    `because`: the norms that changed and decide on either side; without such, those that decide on one side only.
    """

    question: Question
    before: Found | None
    after: Found | None
    because: list[str]


class NormChange(Shape):
    """What has become of a norm, and the first of the answers that differ because of it: `answersInAll` counts them.

    A norm that `ended` is there and has got a last day that is past or today; that of an `ending` one is to come; a
    `removed` one is gone. `fields` is empty for a norm that only one version has.
    """

    norm: Ref
    change: Sort
    fields: list[FieldChange]
    answers: list[AnswerChange]
    answers_in_all: int


class GraphChange(Shape):
    """A named graph whose statements differ, with its triples in both versions: 0 where it is not there."""

    graph: str
    before: int
    after: int


class Changes(Page[NormChange]):
    """What `kgVersion` holds otherwise than `since`.

    `askedOn` is the day on which both were asked, that of the comparison. `otherAnswers` differ though no norm behind
    them does. `graphs` tells which parts of the graph to fetch anew.
    """

    since: str
    built_at: datetime
    asked_on: date
    graphs: list[GraphChange]
    other_answers: list[AnswerChange]
    other_answers_in_all: int
