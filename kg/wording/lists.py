"""The answers that are lists: who, where, the matrix (contracts.md, "Lists")."""

from collections.abc import Iterable
from typing import Any

from kg.model.decision import Decision, Matrix, Outcome
from kg.wording import verdict
from kg.wording.voice import Voice

Json = dict[str, Any]
_FOUND = (Outcome.PERMITTED, Outcome.CONDITIONAL, Outcome.CONTESTED)
_ORDER = (*_FOUND, Outcome.PROHIBITED, Outcome.UNKNOWN)


def who(decisions: Iterable[Decision], voice: Voice, *, every: bool = False) -> list[Json]:
    """Referrers with what each may, permitted first; unknown ones only on demand."""
    return [_item(d, voice) | {"referrer": voice.ref("kind", d.question.referrer)} for d in _shown(decisions, every)]


def where(decisions: Iterable[Decision], voice: Voice, *, every: bool = False) -> list[Json]:
    """Receivers with what the referrer may, permitted first; unknown ones only on demand."""
    return [_item(d, voice) | {"receiver": voice.ref("kind", d.question.receiver)} for d in _shown(decisions, every)]


def matrix(found: Matrix, voice: Voice) -> Json:
    """Outcomes by referrer (rows) and receiver (columns)."""
    return {
        "referrers": [voice.ref("kind", r) for r in found.referrers],
        "receivers": [voice.ref("kind", r) for r in found.receivers],
        "cells": [[outcome.value for outcome in row] for row in found.cells],
        "kgVersion": voice.index.version,
    }


def page(items: list[Json], voice: Voice, limit: int, offset: int) -> Json:
    """One page of a list."""
    shown = items[offset : offset + limit]
    return {"items": shown, "total": len(items), "limit": limit, "offset": offset, "kgVersion": voice.index.version}


def _shown(decisions: Iterable[Decision], every: bool) -> list[Decision]:
    kept = [d for d in decisions if every or d.outcome is not Outcome.UNKNOWN]
    return sorted(kept, key=lambda d: (_ORDER.index(d.outcome), d.question.referrer, d.question.receiver))


def _item(decision: Decision, voice: Voice) -> Json:
    return {
        "outcome": decision.outcome.value,
        "headline": verdict.headline(decision, voice),
        "tone": verdict.tone(decision, voice),
        "norms": [m.norm.id for m in decision.reasons],
    }
