"""The changes between two versions as lines that one reads: for the feed and the command line."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

from kg.model.change import Sort
from kg.wording import conditions
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

_DAYS = frozenset({"validFrom", "validTo", "notBefore", "attestedOn", "lastSeenOn"})
_YES = frozenset({"bearerOutside", "exclusive", "residual"})
"""Fields that hold or say nothing."""


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
        yield from answers(item["answers"], item["answersInAll"], voice)


def answers(shown: Sequence[Json], in_all: int, voice: Voice) -> Iterator[str]:
    """A line for each answer that is shown, and how many more there are."""
    for answer in shown:
        yield "– " + answered(answer, voice)
    if in_all > len(shown):
        yield "– " + voice.say("changes.more", count=str(in_all - len(shown)))


def answered(answer: Json, voice: Voice) -> str:
    """A question, and its answer before and after: with what they rest on where the few words on top are the same."""
    before, after = answer["before"], answer["after"]
    same = before and after and before["headline"] == after["headline"]
    sides = {name: _side(side, voice, whole=bool(same)) for name, side in (("before", before), ("after", after))}
    day = _day(answer["question"]["on"], voice)
    return voice.say("changes.answer", question=_question(answer["question"], voice), date=day, **sides)


def _side(side: Json | None, voice: Voice, *, whole: bool) -> str:
    if side is None:
        return voice.say("changes.unknown-there")
    more = "; ".join(filter(None, (side["conditions"], side["basis"])))
    return voice.say("changes.side", headline=side["headline"], more=more) if whole and more else side["headline"]


def _question(asked: Json, voice: Voice) -> str:
    """Everything that tells one question from another, but for the day."""
    two = {who: asked[who]["label"] for who in ("referrer", "receiver")}
    said = voice.say("changes.question", place=(asked["place"] or {"label": ""})["label"], **two)
    given = "; ".join(_given(asked, voice))
    return voice.say("changes.question-given", question=said, given=given) if given else said


def _given(asked: Json, voice: Voice) -> Iterator[str]:
    for facet in ("action", "service", "setting", "group", "urgency", "stage"):
        value = asked[facet]
        if value and (facet == "group" or facet not in asked["assumed"]):
            label = value["label"] if isinstance(value, dict) else voice.label(facet, value)
            yield voice.say(f"given.{facet}", label=label)
    if asked["holds"]:
        yield voice.say("given.holds", label=conditions.group(asked["holds"], voice))


def _day(written: str, voice: Voice) -> str:
    return voice.day(date.fromisoformat(written))


def _values(field: str, values: list[str], voice: Voice) -> str:
    if not values:
        return voice.say("changes.nothing")
    if field in _DAYS:
        return voice.all_of(_day(v, voice) for v in values)
    if field in _YES:
        return voice.say("changes.yes")
    collection = _COLLECTION.get(field)
    return voice.all_of(voice.label(collection, v) if collection else v for v in values)
