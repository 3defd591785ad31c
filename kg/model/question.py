"""A question as it was asked, and as it was understood."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Basis(StrEnum):
    """Which sources may answer: `law` and `papers` are the authorities that say so in the graph."""

    LAW = "law"
    PAPERS = "papers"
    ALL = "all"


class Also(NamedTuple):
    """That something is of a further kind in one question: `kind` holds of `id`, both of a collection.

    It is scope, never a condition: the question is answered as if the graph said so.
    """

    collection: str
    id: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came in: names as people write them (ids, IRIs, labels, codes), nothing resolved.

    An empty referrer or receiver stands for all of them.
    """

    referrer: str = ""
    receiver: str = ""
    action: str | None = None
    service: str | None = None
    setting: str | None = None
    group: str | None = None
    urgency: str | None = None
    stage: str | None = None
    place: str | None = None
    on: str | None = None
    basis: str | None = None
    holds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question in ids, with every default filled in; `assumed` names the facets that were not given.

    `place` is never empty: without one it is the receiver's country. `notes` are codes that an answer
    puts in words: `earlier-name` (the place was found under a name of an earlier date).
    """

    referrer: str
    receiver: str
    service: str | None
    place: str
    on: date
    action: str = "refer"
    setting: str = "outpatient"
    group: str | None = None
    urgency: str = "planned"
    stage: str = "first-referral"
    basis: Basis = Basis.ALL
    holds: frozenset[str] = frozenset()
    assumed: frozenset[str] = field(default=frozenset())
    notes: tuple[str, ...] = ()
    also: frozenset[Also] = frozenset()

    @property
    def actions(self) -> tuple[str, ...]:
        """The action, and the variants of it that the question says it is."""
        if not self.also:
            return (self.action,)
        return (self.action, *sorted(a.kind for a in self.also if (a.collection, a.id) == ("action", self.action)))
