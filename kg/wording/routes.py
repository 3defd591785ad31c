"""Ways round, step by step, with what studies say may stop somebody on them."""

from typing import Any

from kg.model.decision import Route, Step
from kg.wording import conditions
from kg.wording.voice import Voice

Json = dict[str, Any]


def shown(route: Route, voice: Voice) -> Json:
    """A route as the contracts show it."""
    return {
        "steps": [_step(s, voice) for s in route.steps],
        "obstacles": [{"finding": f, "statement": voice.label("finding", f)} for f in route.obstacles],
    }


def sentence(route: Route, voice: Voice) -> str:
    """A route in one clause: "the SMP involves the GP, then the GP refers to the DPS"."""
    return voice.say("step.then").join(statement(s, voice) for s in route.steps)


def statement(step: Step, voice: Voice) -> str:
    """One step in words."""
    ends = {"from": voice.label("kind", step.from_actor), "to": voice.label("kind", step.to_actor)}
    words = f"step.{step.action}"
    if voice.words.has(words):
        return voice.say(words, **ends)
    return voice.say("step.other", action=voice.label("action", step.action), **ends)


def _step(step: Step, voice: Voice) -> Any:
    return voice.said.piece(step, lambda: _shown(step, voice))


def _shown(step: Step, voice: Voice) -> Json:
    return {
        "from": voice.ref("kind", step.from_actor),
        "action": step.action,
        "to": voice.ref("kind", step.to_actor),
        "norm": step.norm,
        "outcome": step.outcome.value if step.outcome else None,
        "statement": statement(step, voice),
        "conditions": [conditions.shown(c, voice) for c in step.conditions],
    }
