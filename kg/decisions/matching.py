"""Which norms match a question for one capacity of the referrer, out of those that lie ready for it."""

from collections.abc import Iterable

from kg.decisions.scope import Conditions, Scope, is_exception, left_open
from kg.index.index import Index
from kg.model.decision import Match

Matches = list[Match]


def matches(index: Index, scope: Scope, ready: Iterable[tuple[Match, Conditions]]) -> tuple[Matches, Matches]:
    """The matches that speak of the question, with the conditions open in it; each with what its place leaves open.

    Those for another urgency, setting or stage come apart; what these would imply for others is left out.
    """
    fitting: Matches = []
    exceptions: Matches = []
    for standing, of_place in ready:
        match = _open_in(index, scope, standing, of_place)
        if match is None:
            continue
        if not is_exception(match.norm, scope.question):
            fitting.append(match)
        elif not match.implied:
            exceptions.append(match)
    return fitting, exceptions


def _open_in(index: Index, scope: Scope, match: Match, of_place: Conditions) -> Match | None:
    """The match with what is open in the question; None where its norm speaks of something else."""
    asked, held = left_open(index, match.norm, scope), scope.question.holds
    if asked is None:
        return None
    if not (asked or of_place or (held and match.conditions)):
        return match
    return match._replace(conditions=(match.conditions | asked | of_place) - held)
