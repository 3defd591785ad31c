"""What one capacity of the referrer comes to: firm norms first, then what open norms would change."""

from collections.abc import Sequence
from types import MappingProxyType
from typing import NamedTuple

from kg.decisions.precedence import decide
from kg.index.index import Index
from kg.model.decision import BEST_FIRST, ConditionGroup, Match, Outcome, Sign

RANK = MappingProxyType({outcome: rank for rank, outcome in enumerate(BEST_FIRST)})
"""Lower is better for whoever asks."""

Decided = tuple[Outcome, list[Match]]


class Verdict(NamedTuple):
    """An outcome and the norms that decided it; `fallback` is what holds when the conditions turn out otherwise."""

    outcome: Outcome
    reasons: list[Match]
    fallback: Decided
    effect: Sign | None = None
    groups: tuple[ConditionGroup, ...] = ()


class View(NamedTuple):
    """One capacity, all norms that match for it, and what they come to."""

    acting_as: str
    matched: Sequence[Match]
    verdict: Verdict


def judge(index: Index, matched: Sequence[Match]) -> Verdict:
    """The outcome of all norms that match for a capacity (decisions.md, "The procedure")."""
    lifting = [m for m in matched if m.lifts]
    firm = [m for m in lifting if not m.conditions]
    base = decide(index, firm)
    if len(firm) == len(lifting):
        return Verdict(*base, base)
    openly = [m for m in lifting if m.conditions]
    if base[0] is Outcome.PERMITTED:
        return _unless(index, firm, openly, base)
    best, groups = _best(index, firm, openly)
    if best[0] is Outcome.PERMITTED:
        return Verdict(Outcome.CONDITIONAL, best[1], base, Sign.PERMITS, groups)
    return Verdict(*(best if best[0] is Outcome.CONTESTED else base), base)


def _unless(index: Index, firm: list[Match], openly: list[Match], base: Decided) -> Verdict:
    """Permitted, unless an open prohibition that is not local turns out to hold."""
    against = [m for m in openly if m.sign is Sign.PROHIBITS and not m.local]
    worst = decide(index, [*firm, *against]) if against else base
    if worst[0] is Outcome.PERMITTED:
        return Verdict(*base, base)
    groups = tuple(_group(m, Sign.PROHIBITS) for m in worst[1] if m.conditions)
    return Verdict(Outcome.CONDITIONAL, base[1], worst, Sign.PROHIBITS, groups)


def _best(index: Index, firm: list[Match], openly: list[Match]) -> tuple[Decided, tuple[ConditionGroup, ...]]:
    """The best that any group of conditions gives: first those of the place asked and wider, then local ones."""
    permits = [m for m in openly if m.sign is Sign.PERMITS]
    found = _over_groups(index, firm, openly, [m for m in permits if not m.local])
    if found[0][0] is Outcome.UNKNOWN:
        found = _over_groups(index, firm, openly, permits)
    return found


def _over_groups(
    index: Index, firm: list[Match], openly: list[Match], permits: list[Match]
) -> tuple[Decided, tuple[ConditionGroup, ...]]:
    best, reasons = Outcome.UNKNOWN, dict[int, Match]()
    for group in dict.fromkeys(m.conditions for m in permits):
        outcome, undefeated = decide(index, [*firm, *(m for m in openly if m.conditions <= group)])
        if not reasons or RANK[outcome] < RANK[best]:
            best, reasons = outcome, {}
        if outcome is best:
            reasons.update((id(m), m) for m in undefeated)
    found = list(reasons.values())
    return (best, found), tuple(_group(m, Sign.PERMITS) for m in found if m.conditions and m.sign is Sign.PERMITS)


def _group(match: Match, effect: Sign) -> ConditionGroup:
    return ConditionGroup(match=match, effect=effect, all_of=tuple(sorted(match.conditions)))
