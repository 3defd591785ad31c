"""What an answer of two values leaves out: the context of an AuthZEN decision, in the words of every other answer."""

from typing import Any

from kg.model.decision import Answer, Decision, Outcome
from kg.wording import sources, verdict
from kg.wording.answer import render
from kg.wording.voice import Voice

Json = dict[str, Any]

_SAME = ("outcome", "headline", "summary", "because", "question", "reasons", "conditions", "otherwise")
_IDS = ("kgVersion", "decisionId")


def context(decision: Decision, voice: Voice) -> Json:
    """The decision as `render` shows it, with all citations together.

    `notice` says what a `false` is, and is None beside `true`; `authority` is the highest that decided, None where
    nothing did; `decisionId` leads to the whole answer.
    """
    answer = render(Answer(decision=decision), voice)
    return {
        **{name: answer[name] for name in _SAME},
        "citations": _citations(decision, voice),
        "authority": decision.reasons[0].norm.authority if decision.reasons else None,
        "notice": _notice(decision, voice),
        **{name: answer[name] for name in _IDS},
    }


def _notice(decision: Decision, voice: Voice) -> str | None:
    """What `false` is. A no of the law is told apart from one that other texts tell of: no law was found there."""
    if decision.outcome is Outcome.PERMITTED:
        return None
    if decision.outcome is not Outcome.PROHIBITED:
        return voice.say(f"access.{decision.outcome.value}")
    by_law = voice.classes[f"class.{decision.reasons[0].norm.authority}"] == "law"
    return voice.say("access.forbidden" if by_law else "access.told", basis=verdict.basis_of(decision, voice) or "")


def _citations(decision: Decision, voice: Voice) -> list[Json]:
    """What the deciding norms rest on, each source once, those of open norms too."""
    norms = [m.norm for m in (*decision.reasons, *(g.match for g in decision.conditions))]
    cited = [c for norm in norms for c in voice.index.sources.citations(norm, decision.question.on)]
    return [sources.cited(c, voice) for c in dict.fromkeys(cited)]
