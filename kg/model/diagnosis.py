"""What can be told of a team or a case: ids only."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = Mapping[str, Any]


def grouped(rows: Iterable[Row], column: str) -> dict[str, tuple[Row, ...]]:
    """Rows by what a column holds, in the order in which they come."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row[column])].append(row)
    return {value: tuple(same) for value, same in found.items()}


class State(StrEnum):
    """How a team stands to something it should have in place."""

    MET = "met"
    FLAGGED = "flagged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One scheme of concepts: those that are realised (with rows of how and by what), lacking, or not spoken of."""

    scheme: str
    covered: Mapping[str, tuple[Row, ...]]
    lacking: Mapping[str, tuple[Row, ...]]
    not_stated: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Barrier:
    """A reported barrier and what was done about it. `met`: whether that removed it, None where it is not said."""

    finding: str
    strategies: tuple[Row, ...]
    met: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something that a team should have in place, how this one stands to it, and the number behind it, if any."""

    item: str
    code: str
    level: str
    topic: str
    state: State
    count: int | None
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """Everything that the graph tells of one subject; `people` is the sum of its members where each is counted."""

    collection: str
    subject: str
    people: int | None
    members: tuple[Row, ...]
    relations: tuple[Row, ...]
    goals: tuple[Row, ...]
    arrangements: Mapping[str, tuple[Row, ...]]
    frameworks: tuple[Framework, ...]
    barriers: tuple[Barrier, ...]
    flags: tuple[Flag, ...]
    evaluations: tuple[Row, ...]
