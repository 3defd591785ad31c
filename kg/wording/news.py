"""The changes between two versions as lines that one reads: for the feed and the command line."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from kg.model.change import Sort
from kg.wording.voice import Voice

Json = dict[str, Any]

_COLLECTION: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("bearers", "counterparts", "services", "whoMayCall", "onTheWayTo", "sendTo"), "kind"),
        "action": "action",
        "authority": "authority",
        "conditions": "condition",
        "groups": "group",
        "places": "place",
        "settings": "setting",
        "stages": "stage",
        "urgencies": "urgency",
    }
)
"""Fields whose values have names."""


def title(item: Json, voice: Voice) -> str:
    """What has become of a norm, in one sentence. `item` is one of the `items` of `kg.wording.changes.shown`."""
    said = {"statement": item["norm"]["label"]}
    if item["change"] == Sort.ENDING:
        (last_day,) = next(f["after"] for f in item["fields"] if f["field"] == "validTo")
        said["date"] = _day(last_day, voice)
    return voice.say(f"changes.{item['change']}", **said)


def lines(item: Json, voice: Voice) -> Iterator[str]:
    """Its fields before and after, and the answers that differ because of it."""
    for change in item["fields"]:
        sides = (_values(change["field"], change[side], voice) for side in ("before", "after"))
        before, after = sides
        yield voice.say("changes.field", field=voice.say(f"change-field.{change['field']}"), before=before, after=after)
    if item["answers"]:
        yield voice.say("changes.answers", count=str(item["answersInAll"]))
        for answer in item["answers"]:
            yield "– " + answered(answer, voice)


def answered(answer: Json, voice: Voice) -> str:
    """A question, and its answer before and after."""
    asked = answer["question"]
    before, after = (
        side["headline"] if side else voice.say("changes.unknown-there") for side in (answer["before"], answer["after"])
    )
    return voice.say(
        "changes.answer",
        referrer=asked["referrer"]["label"],
        receiver=asked["receiver"]["label"],
        date=_day(asked["on"], voice),
        before=before,
        after=after,
    )


def _day(written: str, voice: Voice) -> str:
    return voice.day(date.fromisoformat(written))


def _values(field: str, values: list[str], voice: Voice) -> str:
    if not values:
        return voice.say("changes.nothing")
    collection = _COLLECTION.get(field)
    return voice.all_of(voice.label(collection, v) if collection else v for v in values)
