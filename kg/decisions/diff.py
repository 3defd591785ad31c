"""Two dates, places or sets of sources: where do the answers differ, and because of which norms?"""

from collections.abc import Iterator
from dataclasses import replace

from kg.core.errors import BadInput
from kg.decisions.beside import coverage
from kg.decisions.permission import check
from kg.decisions.search import receivers, referrers, towards
from kg.index.index import Index
from kg.model.decision import Decision, Difference
from kg.model.question import Question

_EVIDENCE = frozenset({"before-first-attested", "after-last-seen", "catchment-before-list"})
_READ = (("local-routine", "hospital_lists"), ("agreement", "agreements"))


def diff(index: Index, before: Question, after: Question) -> Iterator[Difference]:
    """Every pair of referrer and receiver with another outcome on the one side than on the other.

    Raises `BadInput` for two sides of the same day, place and sources.
    """
    if (before.on, before.place, before.basis) == (after.on, after.place, after.basis):
        raise BadInput("There is nothing to compare.", reason="nothing-to-compare")
    return _differences(index, before, after)


def _differences(index: Index, before: Question, after: Question) -> Iterator[Difference]:
    everybody = referrers(index, before.action)
    for receiver in receivers(index, before.action):
        sides = [towards(index, q, receiver) for q in (before, after)]
        for referrer in everybody:
            old, new = (check(index, replace(q, referrer=referrer)) for q in sides)
            if (old.outcome, old.effect) != (new.outcome, new.effect):
                yield _difference(index, old, new)


def _difference(index: Index, old: Decision, new: Decision) -> Difference:
    because = tuple(sorted(deciding(old) ^ deciding(new)))
    return Difference(before=old, after=new, because=because, coverage_only=_coverage_only(index, old, new, because))


def deciding(decision: Decision) -> set[str]:
    """The ids of the norms that decide: the reasons, and those that are open."""
    return {m.norm.id for m in (*decision.reasons, *(g.match for g in decision.conditions))}


def _coverage_only(index: Index, old: Decision, new: Decision, because: tuple[str, ...]) -> bool:
    """Whether all that differs is a doubt about a source, or a local text that was read for one side alone."""
    open_on = {c for d in (old, new) for g in d.conditions for c in g.all_of}
    if open_on and open_on <= _EVIDENCE:
        return True
    return bool(because) and all(_unread(index, old, new, norm) for norm in because)


def _unread(index: Index, old: Decision, new: Decision, norm_id: str) -> bool:
    norm = index.norm(norm_id)
    without = new if norm_id in deciding(old) else old
    read = coverage(index, without.question)
    return any(norm.authority == authority and not getattr(read, name) for authority, name in _READ)
