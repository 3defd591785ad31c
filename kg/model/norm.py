"""A norm as the graph states it, in ids."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Modality(StrEnum):
    """The five things that a norm can say."""

    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    DUTY = "duty"
    RECOMMENDATION = "recommendation"
    MANDATE = "mandate"


GRANTING = frozenset({Modality.PERMISSION, Modality.DUTY, Modality.MANDATE})
"""What a norm says that lets its bearer act."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """One statement on one basis. An empty facet means "any"; several values of a facet mean "or".

    All values are local ids within their collection; `authority` is that of the basis.
    `fields` that no decision reads (labels, requirements, citations) are looked up when an answer is worded.
    """

    id: str
    modality: Modality
    action: str
    bearers: frozenset[str]
    counterparts: frozenset[str]
    place: str
    basis: str
    authority: str
    services: frozenset[str] = frozenset()
    settings: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    urgencies: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    conditions: frozenset[str] = frozenset()
    presuppositions: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    not_before: date | None = None
    attested_on: date | None = None
    last_seen_on: date | None = None
    bearer_outside: bool = False
    exclusive: bool = False
    residual: bool = False
    shown_at: str | None = None
