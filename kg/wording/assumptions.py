"""The question as it was understood, with every default that was taken said in words."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from kg.model.question import Question
from kg.wording.voice import Voice, capital

Json = dict[str, Any]
_TAKEN = ("setting", "service", "group", "urgency", "stage", "place", "on")
_SLOT = MappingProxyType({"on": "date"})
_SHOWN = ("action", "service", "setting", "group", "urgency", "stage", "place", "on", "basis")


def question(asked: Question, voice: Voice) -> Json:
    """The question as the contracts show it."""
    return {
        "referrer": voice.ref("kind", asked.referrer),
        "receiver": voice.ref("kind", asked.receiver),
        "action": asked.action,
        "service": voice.ref("kind", asked.service) if asked.service else None,
        "setting": asked.setting,
        "group": voice.ref("group", asked.group) if asked.group else None,
        "urgency": asked.urgency,
        "stage": asked.stage,
        "place": None if "place" in asked.assumed else voice.ref("place", asked.place),
        "on": asked.on.isoformat(),
        "basis": asked.basis.value,
        "holds": sorted(asked.holds),
        "assumed": [f for f in _SHOWN if f in asked.assumed and _has_default(asked, f)],
        "understood": list(_sentences(asked, voice)),
    }


def _has_default(asked: Question, facet: str) -> bool:
    """Whether something was put in where the asker said nothing; without a place only the country's rules decide."""
    return facet != "place" and getattr(asked, facet) is not None


def _sentences(asked: Question, voice: Voice) -> Iterator[str]:
    taken = [f for f in _TAKEN if f in asked.assumed and getattr(asked, f) is not None]
    if asked.service == asked.receiver:
        taken = [f for f in taken if f != "service"]
    said = voice.said
    if "setting" in taken and "service" in taken:
        yield said.once(("assumed", asked.setting, asked.service), _setting_and_service, asked, voice)
        taken = [f for f in taken if f not in {"setting", "service"}]
    for facet in taken:
        yield said.once(("assumed", facet, getattr(asked, facet)), _sentence, asked, facet, voice)
    for also in sorted(asked.also):
        yield voice.say("assumed.also", what=voice.label(also.collection, also.kind))
    for note in asked.notes:
        yield voice.say(f"note.{note}")


def _setting_and_service(asked: Question, voice: Voice) -> str:
    setting, service = _said(asked, "setting", voice), _said(asked, "service", voice)
    return voice.say("assumed.setting-and-service", setting=setting, service=service)


def _sentence(asked: Question, facet: str, voice: Voice) -> str:
    return capital(voice.say(f"assumed.{facet}", **{_SLOT.get(facet, facet): _said(asked, facet, voice)}))


def _said(asked: Question, facet: str, voice: Voice) -> str:
    """What a facet of the question is called."""
    if facet == "on":
        return voice.day(asked.on)
    value: str = getattr(asked, facet)
    return voice.label("kind" if facet == "service" else facet, value)
