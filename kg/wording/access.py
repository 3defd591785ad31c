"""What an answer of two values leaves out: the context of an AuthZEN decision, in the words of every other answer."""

from typing import Any

from kg.model.decision import Answer, Decision
from kg.wording import sources
from kg.wording.answer import render
from kg.wording.voice import Voice

Json = dict[str, Any]

_SAME = ("outcome", "headline", "summary", "because", "question", "reasons", "conditions", "otherwise")
_IDS = ("kgVersion", "decisionId")


def context(decision: Decision, voice: Voice) -> Json:
    """The decision as `render` shows it, with all citations together.

    `notice` says what is `false` without being a no; `decisionId` leads to the whole answer.
    """
    answer = render(Answer(decision=decision), voice)
    notice = f"access.{decision.outcome.value}"
    return {
        **{name: answer[name] for name in _SAME},
        "citations": _citations(decision, voice),
        "notice": voice.say(notice) if voice.words.has(notice) else None,
        **{name: answer[name] for name in _IDS},
    }


def _citations(decision: Decision, voice: Voice) -> list[Json]:
    """What the deciding norms rest on, each source once, those of open norms too."""
    norms = [m.norm for m in (*decision.reasons, *(g.match for g in decision.conditions))]
    cited = [c for norm in norms for c in voice.index.sources.citations(norm, decision.question.on)]
    return [sources.cited(c, voice) for c in dict.fromkeys(cited)]
