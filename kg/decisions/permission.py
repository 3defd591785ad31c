"""May this referrer do this towards this receiver? The procedure of decisions.md, step for step."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kg.decisions.heard import heard, heard_inside, of_capacity
from kg.decisions.matching import matches
from kg.decisions.scope import NONE, Scope, scope_of
from kg.decisions.view import RANK, View, judge
from kg.index.index import Index
from kg.index.widened import widened
from kg.model.decision import ConditionGroup, Decision, Match, Otherwise, Outcome, Sign
from kg.model.question import Basis, Question

REFERRER_DID_NOT_EXIST = "referrer-did-not-exist"
RECEIVER_DID_NOT_EXIST = "receiver-did-not-exist"


class Found(NamedTuple):
    """What all capacities of a referrer come to: the best outcome, and those that give it (`tied`)."""

    outcome: Outcome
    tied: list[View]
    others: list[View]
    exceptions: list[Match]


def check(index: Index, question: Question) -> Decision:
    """The decision on one question: pure, and the same for any order of the norms."""
    return next(check_each(index, question, (question.referrer,)))


def check_each(index: Index, question: Question, referrers: Iterable[str]) -> Iterator[Decision]:
    """The same question of several referrers: what does not hang on who asks is found once."""
    index = widened(index, question.also)
    scope = scope_of(index, question)
    for referrer in referrers:
        asked = question if referrer == question.referrer else replace(question, referrer=referrer)
        because = _did_not_exist(index, scope, referrer)
        if because:
            yield Decision(question=asked, outcome=Outcome.UNKNOWN, because=because)
        else:
            yield _decision(index, asked, _found(index, scope, referrer))


def outcome_of(index: Index, question: Question) -> Outcome:
    """What `check` comes to, without the norms behind it: for those who ask only whether it can be done."""
    index = widened(index, question.also)
    return found_for(index, scope_of(index, question), question.referrer).outcome


def found_for(index: Index, scope: Scope, referrer: str) -> Found:
    """What a referrer comes to in the scope of a question, whoever asked it."""
    if _did_not_exist(index, scope, referrer):
        return Found(Outcome.UNKNOWN, [], [], [])
    return _found(index, scope, referrer)


def _found(index: Index, scope: Scope, referrer: str) -> Found:
    views: list[View] = []
    exceptions: list[Match] = []
    heard_of, inside = heard(index, scope, referrer), heard_inside(index, scope, referrer)
    for number, capacity in enumerate(index.capacities[referrer]):
        fitting, elsewhere = matches(index, scope, of_capacity(heard_of, number))
        if inside:
            fitting += matches(index, scope, [(m, NONE) for m in inside[number]])[0]
        views.append(View(capacity.acting_as, fitting, judge(index, fitting)))
        exceptions += elsewhere
    outcome = min((v.verdict.outcome for v in views), key=RANK.__getitem__)
    tied = [v for v in views if v.verdict.outcome is outcome]
    return Found(outcome, tied, [v for v in views if v.verdict.outcome is not outcome], exceptions)


def _did_not_exist(index: Index, scope: Scope, referrer: str) -> str | None:
    q = scope.question
    if not _existed(index, referrer, q.on):
        return REFERRER_DID_NOT_EXIST
    both = _existed(index, q.receiver, q.on) and _existed(index, q.service, q.on)
    return None if both else RECEIVER_DID_NOT_EXIST


def _existed(index: Index, kind: str | None, on: date) -> bool:
    first, last = index.kinds.exists.get(kind or "", (None, None))
    return not ((first and on < first) or (last and on > last))


def reasons_of(index: Index, found: Found) -> tuple[Match, ...]:
    """The norms that decide, the highest authority first; none for an unknown."""
    if found.outcome is Outcome.UNKNOWN:
        return ()
    return _of_rule_text(index, by_authority(index, [m for v in found.tied for m in v.verdict.reasons]))


def groups_of(index: Index, found: Found) -> tuple[ConditionGroup, ...]:
    """The groups of conditions of all capacities that tie, each once, those of the highest authority first."""
    if found.outcome is not Outcome.CONDITIONAL:
        return ()
    groups = {(g.match.norm.id, g.all_of): g for v in found.tied for g in v.verdict.groups}
    return tuple(sorted(groups.values(), key=lambda g: (_standing(index, g.match), g.all_of)))


def _decision(index: Index, question: Question, found: Found) -> Decision:
    """The best capacity's outcome, and every matched norm in the first list that fits."""
    outcome, tied, others, exceptions = found
    reasons = reasons_of(index, found)
    if len(tied) > 1:
        tied.sort(key=lambda v: _place_of(v, reasons))
    groups = groups_of(index, found)
    shown = {m.norm.id for m in reasons} | {g.match.norm.id for g in groups}
    rest = by_authority(index, [m for v in (*tied, *others) for m in v.matched if m.norm.id not in shown])
    sign = _sign(outcome)
    near = [m for m in rest if not m.local]
    return Decision(
        question=question,
        outcome=outcome,
        capacities=tuple([v.acting_as for v in tied]),
        effect=tied[0].verdict.effect,
        reasons=reasons,
        conditions=groups,
        locally=tuple([m for m in rest if m.local]),
        support=tuple([m for m in near if m.sign is sign]),
        displaced=tuple([m for m in near if m.sign is not sign]) if sign else (),
        exceptions=by_authority(index, exceptions),
        undecided=() if sign else tuple(near),
        otherwise=_otherwise(index, tied, others) if outcome is Outcome.CONDITIONAL else None,
    )


def _of_rule_text(index: Index, undefeated: tuple[Match, ...]) -> tuple[Match, ...]:
    """Where rule text decides, a report that says the same is support and no reason."""
    reported = [index.kinds.answers_under.get(m.norm.authority) == Basis.PAPERS for m in undefeated]
    signs = {m.sign for m in undefeated}
    if all(reported) or len(signs) > 1:
        return undefeated
    return tuple(m for m, told in zip(undefeated, reported, strict=True) if not told)


def _sign(outcome: Outcome) -> Sign | None:
    """The sign of an outcome. A contested or unknown one has none: the norms beside it decided nothing."""
    if outcome in {Outcome.PERMITTED, Outcome.CONDITIONAL}:
        return Sign.PERMITS
    return Sign.PROHIBITS if outcome is Outcome.PROHIBITED else None


def _otherwise(index: Index, tied: list[View], others: list[View]) -> Otherwise:
    """What holds when none of the conditions does (for an "unless": when they all do)."""
    rest = [(v.verdict.outcome, v.verdict.reasons) for v in others]
    best, reasons = min([*(v.verdict.fallback for v in tied), *rest], key=lambda decided: RANK[decided[0]])
    return Otherwise(outcome=best, reasons=by_authority(index, reasons))


def _place_of(one: View, reasons: Sequence[Match]) -> int:
    """Where a capacity's first reason stands among all: the highest authority picks the words."""
    own = {id(m) for m in one.verdict.reasons}
    return next((place for place, m in enumerate(reasons) if id(m) in own), len(reasons))


def by_authority(index: Index, matched: Sequence[Match]) -> tuple[Match, ...]:
    """Each norm once, highest authority first, explicit before implied, then by id."""
    if len(matched) < 2:
        return tuple(matched)
    once: dict[str, Match] = {}
    for match in matched:
        once.setdefault(match.norm.id, match)
    return tuple(sorted(once.values(), key=lambda m: _standing(index, m)))


def _standing(index: Index, match: Match) -> tuple[int, bool, str]:
    return (-index.kinds.weight(match.norm.authority), match.implied, match.norm.id)
