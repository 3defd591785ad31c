"""The answers that are lists: who, where, the matrix (contracts.md, "Lists")."""

from collections.abc import Iterable
from typing import Any

from kg.model.decision import Conflict, Dead, Decision, Difference, Matrix, Outcome
from kg.wording import assumptions, verdict
from kg.wording.voice import Voice

Json = dict[str, Any]
_FOUND = (Outcome.PERMITTED, Outcome.CONDITIONAL, Outcome.CONTESTED)
_ORDER = (*_FOUND, Outcome.PROHIBITED, Outcome.UNKNOWN)


def who(decisions: Iterable[Decision], voice: Voice, *, every: bool = False) -> list[Json]:
    """Referrers with what each may, permitted first; unknown ones only on demand."""
    return [item(d, voice) | {"referrer": voice.ref("kind", d.question.referrer)} for d in _shown(decisions, every)]


def where(decisions: Iterable[Decision], voice: Voice, *, every: bool = False) -> list[Json]:
    """Receivers with what the referrer may, permitted first; unknown ones only on demand."""
    return [item(d, voice) | {"receiver": voice.ref("kind", d.question.receiver)} for d in _shown(decisions, every)]


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


def item(decision: Decision, voice: Voice) -> Json:
    """An outcome in a list, with the norms behind it."""
    return {
        "outcome": decision.outcome.value,
        "headline": verdict.headline(decision, voice),
        "tone": verdict.tone(decision, voice),
        "norms": [m.norm.id for m in decision.reasons],
        "conditions": verdict.conditions_of(decision, voice),
        "basis": verdict.basis_of(decision, voice),
    }


def differences(found: Iterable[Difference], voice: Voice) -> list[Json]:
    """Where two questions are answered differently, and because of which norms."""
    return [
        {
            "question": assumptions.question(d.after.question, voice),
            "before": item(d.before, voice),
            "after": item(d.after, voice),
            "because": list(d.because),
            "coverageOnly": d.coverage_only,
        }
        for d in found
    ]


def report(found: Iterable[Conflict | Dead], voice: Voice) -> list[Json]:
    """Collisions, dead norms and units out of reach, each with the question that shows it."""
    return [_shown_problem(p, voice) | {"witness": assumptions.question(p.witness, voice)} for p in found]


def _shown_problem(problem: Conflict | Dead, voice: Voice) -> Json:
    if isinstance(problem, Conflict):
        norms = [problem.permits, problem.prohibits]
        return {"kind": "settled" if problem.settled else "contested", "norms": [voice.ref("norm", n) for n in norms]}
    if problem.norm:
        return {"kind": "dead", "norms": [voice.ref("norm", problem.norm)]}
    return {"kind": "unreachable", "receiver": voice.ref("kind", problem.receiver or "")}
