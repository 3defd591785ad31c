"""An answer as plain text: for the terminal, and to copy into a record."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.model.decision import MOMENTS
from kg.wording.voice import Voice

Json = dict[str, Any]


def as_text(answer: Json, voice: Voice) -> str:
    """A rendered answer, headline and summary first."""
    return "\n".join(_lines(answer, voice)) + "\n"


def _lines(answer: Json, voice: Voice) -> Iterator[str]:
    headline = answer["headline"]
    open_ended = headline.endswith(" …")
    yield f"{headline.removesuffix(' …')}{':' if open_ended else '.'} {answer['summary']}"
    yield answer["line"]
    yield from _what_to_do(answer, voice)
    yield from _what_it_rests_on(answer, voice)
    for moment in MOMENTS:
        yield from _block(moment, [_beside(n) for n in answer["alongside"] if n["when"] == moment], voice)
    yield from _block("missing", answer["missingStatements"], voice)
    yield from _block("units", [voice.say("unit.listed", **_unit(u)) for u in answer["units"]], voice)
    yield from _block("coverage", answer["coverage"]["statements"], voice)
    yield from _block("assumed", answer["question"]["understood"], voice)
    yield from _record(answer, voice)


def _what_to_do(answer: Json, voice: Voice) -> Iterator[str]:
    """What to check, the way round, and how the referral is made."""
    yield from _block("conditions", [g["statement"] for g in answer["conditions"]], voice)
    if answer["conditions"] and answer["otherwise"]:
        unless = answer["conditions"][0]["effect"] == "prohibits"
        words = "text.in-that-case" if unless else "text.otherwise"
        yield "  " + voice.say(words, statement=answer["otherwise"]["statement"])
    yield from _block("routes", [", ".join(s["statement"] for s in r["steps"]) for r in answer["routes"]], voice)
    yield from _block("obstacles", [o["statement"] for r in answer["routes"] for o in r["obstacles"]], voice)
    how = [r["statement"] for n in answer["reasons"] for r in n["requirements"]]
    yield from _block("requirements", how, voice)
    yield from _block("send-to", [answer["sendTo"]["label"]] if answer["sendTo"] else [], voice)


def _what_it_rests_on(answer: Json, voice: Voice) -> Iterator[str]:
    yield from _block("reasons", [_norm(n) for n in answer["reasons"]], voice)
    yield from _block("presuppositions", [p for n in answer["reasons"] for p in n["presuppositions"]], voice)
    yield from _block("support", [_norm(n) for n in answer["support"]], voice)
    yield from _block("displaced", [f"{_norm(n)} {n['advice']}" for n in answer["displaced"]], voice)
    yield from _block("nearest", [f"{_norm(n)} ({n['because']})" for n in answer["nearest"]], voice)
    yield from _block("exceptions", [_norm(n) for n in answer["exceptions"]], voice)
    yield from _block("locally", [f"{n['place']['label']}: {_norm(n)}" for n in answer["locally"]], voice)


def _record(answer: Json, voice: Voice) -> Iterator[str]:
    """What was asked, of which graph, and the id by which it is asked again."""
    asked = answer["question"]
    day = voice.day(date.fromisoformat(answer["asOf"]))
    ends = {"referrer": asked["referrer"]["label"], "receiver": asked["receiver"]["label"]}
    yield ""
    yield voice.say("text.asked", **ends, date=day)
    yield voice.say("text.record", version=answer["kgVersion"])
    yield answer["decisionId"]


def _block(head: str, lines: Iterable[str], voice: Voice) -> Iterator[str]:
    """A head and its lines, each said once; nothing where there are none."""
    said = dict.fromkeys(lines)
    if said:
        yield ""
        yield voice.say(f"head.{head}")
        yield from (f"  – {line}" for line in said)


def _norm(norm: Json) -> str:
    cited = "; ".join(dict.fromkeys(f"{c['title']} {c['section']}".strip() for c in norm["citations"]))
    return f"{norm['statement']} [{cited}. {norm['grade']}]" if cited else f"{norm['statement']} [{norm['grade']}]"


def _beside(norm: Json) -> str:
    return f"{_norm(norm)} {norm['whoMayCall']}" if norm["whoMayCall"] else _norm(norm)


def _unit(unit: Json) -> dict[str, str]:
    return {"name": unit["name"], "number": unit["organisationNumber"]}
