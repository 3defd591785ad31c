"""Who has to do something, and who decides it, as the JSON of the contracts."""

from collections.abc import Iterable
from typing import Any

from kg.model.task import Bearer, Placed, Standing, TaskCell, TaskMatrix, bound
from kg.wording import held
from kg.wording.voice import Voice, capital

Json = dict[str, Any]


def responsibility(placed: Placed, voice: Voice) -> Json:
    """A task and its bearers."""
    return {"task": voice.ref("action", placed.question.action)} | _placed(placed, "task", voice)


def mandate(placed: Placed, voice: Voice) -> Json:
    """A decision, who makes it, who cannot set it aside, and where disagreement on it can be raised."""
    index, norms = voice.index, sorted({h.norm.id for b in placed.bearers for h in b.reasons})
    barred = sorted({k for n in norms for k in index.pathway.may_not_challenge.get(n, ())})
    raised = sorted({k for n in norms for k in index.pathway.raised_before.get(n, ())})
    who, where = [voice.label("kind", k) for k in barred], [voice.label(c, i) for c, i in raised]
    return {
        "subject": voice.ref("action", placed.question.action),
        **_placed(placed, "subject", voice),
        "mayNotChallenge": held.refs("kind", barred, voice),
        "raisedBefore": [voice.ref(c, i) for c, i in raised],
        "challenge": [
            *([voice.say("challenge.none", who=voice.all_of(who))] if who else []),
            *([voice.say("challenge.raised", where=voice.all_of(where))] if where else []),
        ],
    }


def _placed(placed: Placed, sort: str, voice: Voice) -> Json:
    q = placed.question
    return {
        "stage": voice.ref("stage", q.stage) if q.stage else None,
        "outcome": placed.standing.value,
        "headline": headline(placed, sort, voice),
        "bearers": [_bearer(b, placed, voice) for b in placed.bearers],
        "displaced": [held.shown(h, q.on, voice) for h in placed.displaced],
        "asOf": q.on.isoformat(),
    }


def lines(name: str, item: Json) -> list[str]:
    """A task or decision as lines of text: the answer, then each norm behind it with its basis."""
    reasons = {r["norm"]: r for b in item["bearers"] for r in b["reasons"]}
    said = [f"  - {r['statement']} ({held.basis(r)})" for r in reasons.values()]
    return [f"{capital(name)}: {item['headline']}", *said]


def headline(placed: Placed, sort: str, voice: Voice) -> str:
    """The answer as one sentence; `sort` is task or subject."""
    if placed.standing is Standing.UNKNOWN and placed.displaced:
        return voice.say(f"standing.{sort}-open")
    may_only = placed.bearers and not bound(placed.bearers)
    words = "task-may" if may_only else f"{sort}-{placed.standing.value}"
    who = _names(placed.bearers if may_only else bound(placed.bearers), voice)
    said = capital(voice.say(f"standing.{words}", who=who))
    told = {voice.classes[f"class.{h.norm.authority}"] for b in placed.bearers for h in b.reasons}
    return voice.say("told.study", said=said.removesuffix(".")) if told == {"study"} else said


def _names(bearers: Iterable[Bearer], voice: Voice) -> str:
    return voice.all_of(dict.fromkeys(voice.label("kind", b.actor) for b in bearers))


def _bearer(bearer: Bearer, placed: Placed, voice: Voice) -> Json:
    return {
        "actor": voice.ref("kind", bearer.actor),
        "modality": bearer.modality.value,
        "says": voice.say(f"says.{bearer.modality.value}"),
        "reasons": [held.shown(h, placed.question.on, voice) for h in bearer.reasons],
    }


def matrix(found: TaskMatrix, voice: Voice) -> Json:
    """Cells by task, actor and stage, with what is not placed and what several have."""
    return {
        "tasks": held.refs("action", {c.task for c in found.cells}, voice),
        "actors": held.refs("kind", {c.actor for c in found.cells}, voice),
        "stages": held.refs("stage", {c.stage for c in found.cells if c.stage}, voice),
        "cells": [_cell(c) for c in found.cells],
        "holes": [voice.ref("action", task) for task in found.holes],
        "overlaps": [_overlap(p, voice) for p in found.overlaps],
        "kgVersion": voice.index.version,
    }


def _cell(cell: TaskCell) -> Json:
    return {
        "task": cell.task,
        "actor": cell.actor,
        "stage": cell.stage or None,
        "modality": cell.modality.value,
        "norms": list(cell.norms),
    }


def _overlap(placed: Placed, voice: Voice) -> Json:
    return {
        "task": voice.ref("action", placed.question.action),
        "outcome": placed.standing.value,
        "headline": headline(placed, "task", voice),
        "actors": [b.actor for b in placed.bearers],
    }
