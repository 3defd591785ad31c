"""Which statements contradict each other? A reasoner only says that some do.

QuickXplain (Junker 2004): leave out halves, keep what is needed for the contradiction; first over whole subjects,
then over the single statements of those that remain.
"""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeVar

from kg.build.reason import Triple

Part = TypeVar("Part")
Broken = Callable[[Sequence[Triple]], bool]


def culprits(fixed: Sequence[Triple], suspects: Sequence[Triple], broken: Broken) -> list[Triple]:
    """A smallest set of suspects that contradicts what is fixed; `broken` says whether a set of triples does."""
    ordered = sorted(suspects, key=lambda t: str(t[0]))
    subjects = [list(ts) for _, ts in groupby(ordered, key=lambda t: t[0])]

    def whole(parts: Sequence[list[Triple]]) -> bool:
        return broken([*fixed, *(t for part in parts for t in part)])

    few = [t for part in _smallest([], subjects, whole) for t in part]
    return _smallest([], few, lambda ts: broken([*fixed, *ts]))


def _smallest(kept: list[Part], parts: list[Part], broken: Callable[[Sequence[Part]], bool]) -> list[Part]:
    """The parts needed beside those kept. `broken(kept + parts)` holds."""
    if not parts or (kept and broken(kept)):
        return []
    if len(parts) == 1:
        return parts
    middle = len(parts) // 2
    left, right = parts[:middle], parts[middle:]
    of_right = _smallest([*kept, *left], right, broken)
    return _smallest([*kept, *of_right], left, broken) + of_right
