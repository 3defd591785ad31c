"""May this referrer do this towards this receiver? The procedure of decisions.md, step for step."""

from collections.abc import Iterable, Sequence

from kg.decisions.matching import local_matches, matches, spoken
from kg.decisions.scope import scope_of
from kg.decisions.view import RANK, View, judge
from kg.index.index import Index
from kg.index.widened import widened
from kg.model.decision import Decision, Match, Otherwise, Outcome, Sign
from kg.model.question import Basis, Question

REFERRER_DID_NOT_EXIST = "referrer-did-not-exist"
RECEIVER_DID_NOT_EXIST = "receiver-did-not-exist"


def check(index: Index, question: Question) -> Decision:
    """The decision on one question: pure, and the same for any order of the norms."""
    because = _did_not_exist(index, question)
    if because:
        return Decision(question=question, outcome=Outcome.UNKNOWN, because=because)
    if question.also:
        index = widened(index, question.also)
    scope = scope_of(index, question)
    fitting, elsewhere = spoken(index, scope)
    views, exceptions = [], []
    for capacity in index.capacities[question.referrer]:
        matched = matches(index, scope, capacity, fitting) + local_matches(index, scope, capacity)
        views.append(View(capacity.acting_as, matched, judge(index, matched)))
        exceptions += [m for m in matches(index, scope, capacity, elsewhere) if not m.implied] if elsewhere else []
    return _decision(index, question, views, exceptions)


def _did_not_exist(index: Index, q: Question) -> str | None:
    for code, kinds in ((REFERRER_DID_NOT_EXIST, (q.referrer,)), (RECEIVER_DID_NOT_EXIST, (q.receiver, q.service))):
        for kind in kinds:
            first, last = index.kinds.exists.get(kind or "", (None, None))
            if (first and q.on < first) or (last and q.on > last):
                return code
    return None


def _decision(index: Index, question: Question, views: list[View], exceptions: list[Match]) -> Decision:
    """The best capacity's outcome, and every matched norm in the first list that fits."""
    outcome = min((v.verdict.outcome for v in views), key=RANK.__getitem__)
    tied = [v for v in views if v.verdict.outcome is outcome]
    undefeated = by_authority(index, (m for v in tied for m in v.verdict.reasons))
    reasons = _of_rule_text(index, undefeated) if outcome is not Outcome.UNKNOWN else ()
    tied.sort(key=lambda v: _place_of(v, reasons))
    groups = tuple({(g.match.norm.id, g.all_of): g for v in tied for g in v.verdict.groups}.values())
    shown = {m.norm.id for m in reasons} | {g.match.norm.id for g in groups}
    rest = by_authority(index, (m for v in (*tied, *(v for v in views if v not in tied)) for m in v.matched))
    rest = tuple(m for m in rest if m.norm.id not in shown)
    sign = _sign(outcome)
    near = tuple(m for m in rest if not m.local)
    return Decision(
        question=question,
        outcome=outcome,
        capacities=tuple(v.acting_as for v in tied),
        effect=tied[0].verdict.effect,
        reasons=reasons,
        conditions=groups,
        locally=tuple(m for m in rest if m.local),
        support=tuple(m for m in near if m.sign is sign),
        displaced=tuple(m for m in near if sign and m.sign is not sign),
        exceptions=by_authority(index, exceptions),
        undecided=near if sign is None else (),
        otherwise=_otherwise(index, outcome, views, tied),
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


def _otherwise(index: Index, outcome: Outcome, views: list[View], tied: list[View]) -> Otherwise | None:
    """What holds when none of the conditions does (for an "unless": when they all do)."""
    if outcome is not Outcome.CONDITIONAL:
        return None
    others = [(v.verdict.outcome, v.verdict.reasons) for v in views if v not in tied]
    best, reasons = min([*(v.verdict.fallback for v in tied), *others], key=lambda decided: RANK[decided[0]])
    return Otherwise(outcome=best, reasons=by_authority(index, reasons))


def _place_of(one: View, reasons: Sequence[Match]) -> int:
    """Where a capacity's first reason stands among all: the highest authority picks the words."""
    own = {id(m) for m in one.verdict.reasons}
    return next((place for place, m in enumerate(reasons) if id(m) in own), len(reasons))


def by_authority(index: Index, matched: Iterable[Match]) -> tuple[Match, ...]:
    """Each norm once, highest authority first, explicit before implied, then by id."""
    outranks = index.kinds.outranks
    once: dict[str, Match] = {}
    for match in matched:
        once.setdefault(match.norm.id, match)
    if len(once) < 2:
        return tuple(once.values())
    return tuple(sorted(once.values(), key=lambda m: (-len(outranks.get(m.norm.authority, ())), m.implied, m.norm.id)))
