"""What differs between two versions, in words: norms, their fields, and the answers that differ because of them."""

from dataclasses import replace
from typing import Any

from kg.model.change import STATEMENT, AnswerChange, Changed, FieldChange, NormChange, Sort
from kg.model.decision import Decision
from kg.wording import assumptions, lists
from kg.wording.voice import Voice

Json = dict[str, Any]

MOST_ANSWERS = 20
"""Answers that are shown of one norm: a norm of the whole country may change hundreds."""


def shown(found: Changed, old: Voice, new: Voice) -> Json:
    """The norms (`items`) and the answers that differ without one of them, each version in its own voice."""
    return {
        "items": [_norm(change, old, new) for change in found.norms],
        "otherAnswers": [_answer(a, old, new) for a in found.others[:MOST_ANSWERS]],
        "otherAnswersInAll": len(found.others),
    }


def _norm(change: NormChange, old: Voice, new: Voice) -> Json:
    voice = old if change.sort is Sort.REMOVED else new
    return {
        "norm": voice.ref("norm", change.norm),
        "change": change.sort.value,
        "fields": [_field(change.norm, f, old, new) for f in change.fields],
        "answers": [_answer(a, old, new) for a in change.answers[:MOST_ANSWERS]],
        "answersInAll": len(change.answers),
    }


def _field(norm: str, change: FieldChange, old: Voice, new: Voice) -> Json:
    if change.field == STATEMENT:
        return {"field": STATEMENT, "before": [old.label("norm", norm)], "after": [new.label("norm", norm)]}
    return {"field": change.field, "before": list(change.before), "after": list(change.after)}


def _answer(change: AnswerChange, old: Voice, new: Voice) -> Json:
    before, after = change.before, change.after
    sides = {
        "before": lists.item(before, old) if before else None,
        "after": lists.item(after, new) if after else None,
    }
    if before and after and _reads(sides["before"]) == _reads(sides["after"]):
        sides["before"] = lists.item(_apart(before, after), old)
        sides["after"] = lists.item(_apart(after, before), new)
    question = assumptions.question(change.question, new if after else old)
    return {"question": question, **sides, "because": list(change.because)}


def _reads(side: Json | None) -> tuple[Any, ...]:
    return tuple(side[name] for name in ("headline", "conditions", "basis")) if side else ()


def _apart(decision: Decision, other: Decision) -> Decision:
    """The decision with those conditions alone that the other has not: of many only the first few are told."""
    shared = {(g.effect, g.all_of) for g in other.conditions}
    return replace(decision, conditions=tuple(g for g in decision.conditions if (g.effect, g.all_of) not in shared))
