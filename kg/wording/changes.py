"""What differs between two versions, in words: norms, their fields, and the answers that differ because of them."""

from typing import Any

from kg.model.change import STATEMENT, AnswerChange, Changed, FieldChange, NormChange, Sort
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
    return {
        "question": assumptions.question(change.question, new if change.after else old),
        "before": lists.item(change.before, old) if change.before else None,
        "after": lists.item(change.after, new) if change.after else None,
        "because": list(change.because),
    }
