"""An answer to "may I refer?", with everything that it rests on. Ids only: `kg.wording` puts it in words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kg.model.norm import Norm
from kg.model.question import Question


class Outcome(StrEnum):
    """The five answers. Their order in `BEST_FIRST` is the order of capacities."""

    PERMITTED = "permitted"
    CONDITIONAL = "conditional"
    CONTESTED = "contested"
    UNKNOWN = "unknown"
    PROHIBITED = "prohibited"


BEST_FIRST = (Outcome.PERMITTED, Outcome.CONDITIONAL, Outcome.CONTESTED, Outcome.UNKNOWN, Outcome.PROHIBITED)
ABLE = frozenset({Outcome.PERMITTED, Outcome.CONDITIONAL})
"""Whoever gets one of these may, at least on a condition."""

MOMENTS = ("urgent", "before", "onward", "after")
"""When a norm that hangs on a referral matters, in the order in which it is shown."""


class Sign(StrEnum):
    """Which way a matched norm points."""

    PERMITS = "permits"
    PROHIBITS = "prohibits"


class Match(NamedTuple):
    """A norm that speaks of the question, for one capacity of the referrer.

    `conditions` are those still open (not in `holds`); without any the match is firm.
    `implied`: the prohibition that an exclusive permission implies for everybody else.
    `local`: the norm's place lies inside the asked one. `lifts`: it may turn an unknown (a residual phrase may not).
    """

    norm: Norm
    sign: Sign
    acting_as: str
    conditions: frozenset[str] = frozenset()
    presuppositions: tuple[str, ...] = ()
    implied: bool = False
    local: bool = False
    lifts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionGroup:
    """An open norm and all that has to hold for it; `effect` says what it then does."""

    match: Match
    effect: Sign
    all_of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """The outcome when the conditions do not hold (for an "unless": when they do), and the norms behind it."""

    outcome: Outcome
    reasons: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The outcome and the norms behind it, each matched norm in the first list that fits.

    `because` is a code when no norm decides: `referrer-did-not-exist`, `receiver-did-not-exist`, or None.
    `capacities` are the capacities that tie for the answer. `effect` tells an "if" from an "unless".
    """

    question: Question
    outcome: Outcome
    capacities: tuple[str, ...] = ()
    effect: Sign | None = None
    reasons: tuple[Match, ...] = ()
    conditions: tuple[ConditionGroup, ...] = ()
    locally: tuple[Match, ...] = ()
    support: tuple[Match, ...] = ()
    displaced: tuple[Match, ...] = ()
    exceptions: tuple[Match, ...] = ()
    undecided: tuple[Match, ...] = ()
    otherwise: Otherwise | None = None
    because: str | None = None


class Near(NamedTuple):
    """A norm that fails in exactly one facet, or (facet `capacity`) matched without deciding."""

    norm: Norm
    sign: Sign
    facet: str
    acting_as: str | None = None
    conditions: tuple[str, ...] = ()


class Step(NamedTuple):
    """One step of a route. `norm` is None where no rule is needed; `outcome` is that of the step."""

    from_actor: str
    action: str
    to_actor: str
    norm: str | None = None
    outcome: Outcome | None = None
    conditions: tuple[str, ...] = ()


class Route(NamedTuple):
    """A way round, with the obstacles (finding ids) that studies report on its steps."""

    steps: tuple[Step, ...]
    obstacles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What has been read for a place: the day the law was checked, and instrument ids where there are any."""

    law_checked_on: date | None = None
    hospital_lists: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit of a trust as a register lists it: never "serves you"."""

    id: str
    name: str
    organisation_number: str
    kinds: tuple[str, ...]
    trust: str
    listed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A decision and all that is shown beside it. `alongside`: norms that hang on the referral, by `shown_at`."""

    decision: Decision
    nearest: tuple[Near, ...] = ()
    missing: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    alongside: tuple[Norm, ...] = ()
    coverage: Coverage = Coverage()
    units: tuple[Unit, ...] = ()
    send_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Outcomes by referrer (rows) and receiver (columns)."""

    referrers: tuple[str, ...]
    receivers: tuple[str, ...]
    cells: tuple[tuple[Outcome, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two decisions on what is otherwise one question. `because`: the norms that decide on one side only.

    `coverage_only`: the sides differ in what has been read, not in what is known of the rules.
    """

    before: Decision
    after: Decision
    because: tuple[str, ...]
    coverage_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two norms of opposite signs that meet in a question. `settled`: one of them gives way by precedence."""

    permits: str
    prohibits: str
    settled: bool
    witness: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """A norm that decides nothing in any question it was made for, with one of them; or a unit nobody can refer to."""

    norm: str | None
    receiver: str | None
    witness: Question
