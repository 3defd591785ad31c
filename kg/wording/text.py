"""An answer as plain text: for the terminal, and to copy into a record."""

from collections.abc import Iterator
from typing import Any

from kg.wording.voice import Voice

Json = dict[str, Any]
_NORMS = ("support", "displaced", "nearest", "exceptions", "locally")


def as_text(answer: Json, voice: Voice) -> str:
    """A rendered answer, headline first."""
    return "\n".join(_lines(answer, voice)) + "\n"


def _lines(answer: Json, voice: Voice) -> Iterator[str]:
    asked = answer["question"]
    yield f"{answer['headline']}. {answer['summary']}"
    yield answer["line"]
    yield from _block("conditions", [g["statement"] for g in answer["conditions"]], voice)
    yield from _block("routes", [", ".join(s["statement"] for s in r["steps"]) for r in answer["routes"]], voice)
    yield from _block("reasons", [_norm(n) for n in answer["reasons"]], voice)
    how = [r["statement"] for n in answer["reasons"] for r in n["requirements"]]
    yield from _block("requirements", list(dict.fromkeys(how)), voice)
    for head in _NORMS:
        yield from _block(head, [_norm(n) for n in answer[head]], voice)
    for moment in ("urgent", "before", "onward", "after"):
        yield from _block(moment, [_norm(n) for n in answer["alongside"] if n["when"] == moment], voice)
    yield from _block("missing", answer["missingStatements"], voice)
    yield from _block("send-to", [answer["sendTo"]["label"]] if answer["sendTo"] else [], voice)
    yield from _block("units", [voice.say("unit.listed", **_unit(u)) for u in answer["units"]], voice)
    yield from _block("coverage", answer["coverage"]["statements"], voice)
    yield from _block("assumed", asked["understood"], voice)
    yield ""
    yield voice.say("text.record", version=answer["kgVersion"])
    yield answer["decisionId"]


def _block(head: str, lines: list[str], voice: Voice) -> Iterator[str]:
    if lines:
        yield ""
        yield voice.say(f"head.{head}")
        yield from (f"  – {line}" for line in lines)


def _norm(norm: Json) -> str:
    cited = "; ".join(f"{c['title']} {c['section']}".strip() for c in norm["citations"])
    return f"{norm['statement']} [{cited}. {norm['grade']}]" if cited else f"{norm['statement']} [{norm['grade']}]"


def _unit(unit: Json) -> dict[str, str]:
    return {"name": unit["name"], "number": unit["organisationNumber"]}
