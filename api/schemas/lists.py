"""Answers that are lists: who, where, matrix, diff, conflicts, and the terms and sources of the graph."""

from datetime import date
from typing import Any, Literal

from pydantic import Field, RootModel

from api.schemas.base import Ref, Shape
from api.schemas.decision import Question, Tone
from kg.model.decision import Outcome


class Found(Shape):
    """An outcome in a list, with the norms behind it."""

    outcome: Outcome
    headline: str
    tone: Tone
    norms: list[str]
    conditions: str
    basis: str | None


class Referrer(Found):
    """Who may refer."""

    referrer: Ref


class Receiver(Found):
    """To whom somebody may refer."""

    receiver: Ref


class Matrix(Shape):
    """Outcomes by referrer (rows) and receiver (columns)."""

    referrers: list[Ref]
    receivers: list[Ref]
    cells: list[list[Outcome]]
    kg_version: str


class Difference(Shape):
    """A question that two sides answer differently, because of these norms."""

    question: Question
    before: Found
    after: Found
    because: list[str]
    coverage_only: bool


class Problem(Shape):
    """Norms that collide or never decide, or a unit nobody can refer to, with a question that shows it."""

    kind: Literal["settled", "contested", "dead", "unreachable"]
    norms: list[Ref] = Field(default_factory=list)
    receiver: Ref | None = None
    witness: Question


class Actor(Ref):
    """A role or a unit."""

    sort: Literal["role", "unit"]
    also_called: list[str]
    works_for: list[str]
    provides: str | None


class Service(Ref):
    """A service, and the kinds of unit that mainly give it."""

    also_called: list[str]
    provided_by: list[str]


class Concept(Ref):
    """A kind with what it is a kind and a part of, or a concept of a study's scheme; `near` ones are never the same."""

    collection: Literal["kind", "concept"]
    also_called: list[str]
    kind_of: list[str]
    part_of: list[str]
    scheme: Ref | None
    study: Ref | None
    rank: int | None
    definition: str | None
    broader: list[Ref]
    near: list[Ref]


class Place(Ref):
    """A municipality, district, area or place of a study."""

    sort: str
    numbers: list[str]
    valid_from: date | None
    valid_to: date | None


class Case(Ref):
    """A place, unit or team as a study describes it."""

    sort: Literal["place", "unit", "team"]
    study: list[str]
    place: str | None
    classification: list[str]
    inhabitants: int | None
    rounded: bool | None
    described: str | None
    area: list[str]


class Event(Ref):
    """What happened, and the instruments that it concerns."""

    day: date
    last: date | None
    precision: str | None
    assurance: str | None
    about: list[str]


class Instrument(Ref):
    """An act, regulation, guideline, hospital list or agreement."""

    kind: str | None
    identifier: str | None
    from_: date | None = Field(alias="from")
    to: date | None
    read: date | None
    url: list[str]
    norms: int


class Subject(Ref):
    """Something that a finding is about."""

    collection: str


class Finding(Ref):
    """What a study says: who said it, where, how surely it was read, what it is about, what contradicts it."""

    sorts: list[Literal["barrier", "enabler", "statistic", "evaluation-result"]]
    study: Ref
    section: str | None
    url: str | None
    said_by: str | None
    seen_in: list[Ref]
    last_observed: str | None
    confidence: Literal["high", "medium", "low"] | None
    about: list[Subject]
    contradicts: list[Ref]


class FindingAnswer(Finding):
    """One finding."""

    kg_version: str


class Row(RootModel[dict[str, Any]]):
    """A row of a stored query: a value a column, null where it has none."""


class QueryColumn(Shape):
    """What a query gives, with what it means by language."""

    name: str
    type: str
    descriptions: dict[str, str]


class QueryParameter(QueryColumn):
    """What a query takes."""

    required: bool


class StoredQuery(Shape):
    """A stored query by its header."""

    name: str
    topic: str
    titles: dict[str, str]
    params: list[QueryParameter]
    columns: list[QueryColumn]
    tags: list[str]
