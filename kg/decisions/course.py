"""What has to happen now: the norms of a stage in their turn, with deadlines, short answers, and what changed when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from kg.decisions.deadlines import until
from kg.decisions.holding import holding, wide_scope
from kg.decisions.scope import Scope
from kg.index.index import Index
from kg.index.pathway import LAST
from kg.index.resolve import HOME
from kg.model.norm import Norm
from kg.model.question import Question
from kg.model.task import Answered, Due, Held, StageAnswer, Step, Turn


def course(index: Index, question: Question, at: datetime | None = None) -> list[StageAnswer]:
    """The asked stage, or every stage in order. `at` is when the event happened that the stage begins with."""
    stages = (question.stage,) if question.stage else index.pathway.stages
    return [_stage(index, replace(question, stage=stage), at) for stage in stages]


def _stage(index: Index, question: Question, at: datetime | None) -> StageAnswer:
    norms = index.pathway.norms.get(question.stage, ())
    held = sorted(holding(index, wide_scope(index, question), norms), key=lambda h: _turn(index, h.norm))
    return StageAnswer(
        stage=question.stage,
        question=question,
        steps=tuple(_step(index, question, h, at) for h in held),
        questions=tuple(_answered(index, question)),
        history=tuple(_history(index, question, norms)),
    )


def _turn(index: Index, norm: Norm) -> tuple[int, int, str]:
    return (index.pathway.sequence.get(norm.id, LAST), -index.kinds.weight(norm.authority), norm.id)


def _step(index: Index, question: Question, held: Held, at: datetime | None) -> Step:
    norm = held.norm
    obstacles = index.sources.about.get(("norm", norm.id), ())
    return Step(held=held, dues=tuple(_dues(index, question, norm, at)), obstacles=obstacles)


def _dues(index: Index, question: Question, norm: Norm, at: datetime | None) -> Iterator[Due]:
    country = index.places.country.get(question.place, HOME)
    for required in index.sources.requirements.get(norm.id, ()):
        deadline = index.pathway.deadlines.get(required.id) if required.collection == "deadline" else None
        if deadline:
            known = at if at and index.pathway.begins.get(deadline.event) == question.stage else None
            yield Due(required.id, deadline.event, until(deadline, known, country) if known else None)


def _answered(index: Index, question: Question) -> Iterator[Answered]:
    """The questions of the stage, each with the answers whose norms all hold."""
    scope = wide_scope(index, replace(question, stage="", referrer=""))
    for asked in sorted(q for q, stages in index.pathway.questions.items() if question.stage in stages):
        answers = index.pathway.answers.get(asked, ())
        fitting = [a.id for a in answers if _all_hold(index, [index.norm(n) for n in a.norms], scope)]
        yield Answered(question=asked, answers=tuple(fitting))


def _all_hold(index: Index, norms: Sequence[Norm], scope: Scope) -> bool:
    held = {h.norm.id for h in holding(index, scope, norms)}
    return bool(norms) and all(n.id in held for n in norms)


def _history(index: Index, question: Question, norms: Sequence[Norm]) -> Iterator[Turn]:
    """The days on which a rule of the stage began or ended, for the asked place, service and group."""
    began: dict[date, list[str]] = defaultdict(list)
    ended: dict[date, list[str]] = defaultdict(list)
    by_day: dict[date, list[Norm]] = defaultdict(list)
    for norm in norms:
        if day := norm.valid_from or norm.valid_to:
            by_day[day].append(norm)
    for day, dated in by_day.items():
        for norm, _ in holding(index, wide_scope(index, replace(question, on=day)), dated):
            if norm.valid_from:
                began[norm.valid_from].append(norm.id)
            if norm.valid_to and norm.valid_to < date.max:
                ended[norm.valid_to + timedelta(days=1)].append(norm.id)
    for day in sorted({*began, *ended}):
        yield Turn(day, tuple(sorted(began[day])), tuple(sorted(ended[day])))
