"""What has to happen at a stage, as JSON: steps in order with deadlines to clock time, short answers, and history."""

from datetime import date
from typing import Any

from kg.index.pathway import Rate
from kg.model.norm import Modality
from kg.model.task import Answered, Due, StageAnswer, Step, Turn
from kg.wording import held
from kg.wording.voice import Ref, Voice, capital

Json = dict[str, Any]
AT_ONCE = "PT0S"
"""The length of a deadline that has none: its own words are said, never a time of day."""


def stage(answer: StageAnswer, voice: Voice) -> Json:
    """One stage with its steps and questions."""
    on = answer.question.on
    return {
        "stage": voice.ref("stage", answer.stage),
        "steps": [step(s, on, voice) for s in answer.steps],
        "notKnown": None if answer.steps else voice.say("course.no-steps"),
        "questions": [question(q, voice) for q in answer.questions],
        "history": [turn(t, voice) for t in answer.history],
        "asOf": on.isoformat(),
    }


def lines(item: Json) -> list[str]:
    """A stage as lines of text: its steps in order, then what staff ask first."""
    head = capital(item["stage"]["label"])
    said = [line for number, s in enumerate(item["steps"], 1) for line in _step_lines(number, s)]
    asked = [line for q in item["questions"] for line in _question_lines(q)]
    return ["", head, *(said or [f"  {item['notKnown']}"]), *asked]


def _step_lines(number: int, shown: Json) -> list[str]:
    extra = [d["statement"] for d in shown["due"]] + [
        r["statement"] for r in shown["requirements"] if r["kind"] != "deadline"
    ]
    if shown["pays"]:
        extra.append(shown["pays"]["statement"])
    extra += [c["statement"] for c in shown["conditions"]]
    first = f"  {number}. {shown['statement']} ({held.basis(shown)})"
    return [first, *(f"     {e}" for e in extra)]


def _question_lines(shown: Json) -> list[str]:
    answers = [a["label"] for a in shown["answers"]] or [shown["unknown"]]
    return [f"  {shown['question']['label']}", *(f"    {a}" for a in (*answers, *shown["localMatters"]))]


def step(found: Step, on: date, voice: Voice) -> Json:
    """Who does what, by when, in which form, and who pays."""
    norm = found.held.norm
    return held.shown(found.held, on, voice) | {
        "who": held.refs("kind", norm.bearers, voice),
        "says": voice.say(f"says.{norm.modality.value}"),
        "action": voice.ref("action", norm.action),
        "due": [due(d, voice) for d in found.dues],
        "pays": pays(norm.id, on, voice) if norm.modality is Modality.DUTY else None,
        "obstacles": [{"finding": f, "statement": voice.label("finding", f)} for f in found.obstacles],
    }


def due(found: Due, voice: Voice) -> Json:
    """A deadline: in words, the event it runs from, and when it ends where the event is known."""
    told = None
    at_once = voice.index.pathway.deadlines[found.deadline].duration == AT_ONCE
    if found.until and not at_once:
        clock = found.until.strftime(voice.say("due.time"))
        told = voice.say("due.until", day=voice.day(found.until.date()), time=clock)
    return {
        "deadline": voice.ref("deadline", found.deadline),
        "from": voice.ref("event", found.event),
        "until": found.until.isoformat(timespec="seconds") if found.until else None,
        "statement": told or voice.label("deadline", found.deadline),
    }


def pays(norm: str, on: date, voice: Voice) -> Json | None:
    """What a day costs, for a duty of payment: the rate of the day asked about, or that it was not found."""
    rates = voice.index.pathway.rates.get(norm)
    if rates is None:
        return None
    found = next((r for r in rates if _holds(r, on)), None)
    if found is None:
        return {"kroner": None, "assurance": None, "statement": voice.say("pays.unknown")}
    grade = voice.label("assurance", found.assurance)
    said = voice.say("pays.rate", kroner=f"{found.kroner:,}".replace(",", "\N{NO-BREAK SPACE}"), grade=grade)
    return {"kroner": found.kroner, "assurance": found.assurance, "statement": said}


def _holds(rate: Rate, on: date) -> bool:
    return (rate.first is None or rate.first <= on) and (rate.last is None or on <= rate.last)


def question(asked: Answered, voice: Voice) -> Json:
    """A question that staff ask, its answers of the day, and what is local and not known."""
    index = voice.index
    rests = {a.id: a for a in index.pathway.answers.get(asked.question, ())}
    local = index.pathway.local.get(asked.question, {})
    return {
        "question": voice.ref("question", asked.question),
        "answers": [_answer(a, rests[a].norms, voice) for a in asked.answers],
        "unknown": None if asked.answers else voice.say("course.no-answer"),
        "localMatters": list(local.get(voice.words.spoken, local.get("nb", ()))),
    }


def _answer(answer: str, norms: tuple[str, ...], voice: Voice) -> Json:
    services = {s for n in norms for s in voice.index.norm(n).services}
    rests: list[Ref] = [voice.ref("norm", n) for n in norms]
    return voice.ref("answer", answer) | {"services": held.refs("kind", services, voice), "restsOn": rests}


def turn(found: Turn, voice: Voice) -> Json:
    """A day on which rules changed."""
    return {
        "day": found.day.isoformat(),
        "date": voice.day(found.day),
        "began": [voice.ref("norm", n) for n in found.began],
        "ended": [voice.ref("norm", n) for n in found.ended],
    }
