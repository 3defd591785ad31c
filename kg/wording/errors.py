"""An error in the reader's words: a title by its code, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from kg.core.errors import RettveiError
from kg.index.labels import Labels
from kg.wording.words import Words

_COLLECTION = MappingProxyType(
    {
        "place": "place",
        "against": "place",
        "group": "group",
        "action": "action",
        "setting": "setting",
        "urgency": "urgency",
        "stage": "stage",
        "holds": "condition",
        "task": "action",
        "subject": "unit",
        "instrument": "instrument",
        "jurisdiction": "place",
        "sort": "source-kind",
    }
)
"""Where the names of a parameter are labelled; all others mean kinds."""

_LONGEST = 120
"""Letters of a value that an error repeats: what was typed may be long, and hostile to a terminal."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is said: `choices` are the names that may have been meant, as people write them."""

    title: str
    detail: str
    choices: tuple[str, ...] = ()


def problem(code: str, words: Words, details: Mapping[str, Any], labels: Labels | None = None) -> Problem:
    """The words for an error code with its details; without labels, choices are named by their ids."""
    choices = _choices(details, words, labels)
    names = ", ".join(choices)
    slots = {k: _told(v, words) for k, v in details.items()} | {"names": names}
    reason = f"problem-reason.{code}.{details.get('reason')}"
    key = reason if words.has(reason) else f"problem-detail.{code}"
    detail = words.say(key, **slots) if words.has(key) else str(details.get("message", ""))
    if code == "unknown-name" and names:
        detail += " " + words.say("problem-detail.closest", **slots)
    if "rule" in details:
        detail += " " + words.say(f"problem-rule.{details['rule']}", **slots)
    title = f"problem-title.{code}.{details.get('reason')}"
    return Problem(words.say(title if words.has(title) else f"problem.{code}"), detail, choices)


def explained(error: RettveiError, words: Words, labels: Labels | None = None) -> Problem:
    """The words for an error that was raised; its own message where there are none for it."""
    return problem(error.code, words, {"message": error.message} | error.details, labels)


def _told(value: object, words: Words) -> str:
    """A value inside a sentence: on one line, no letter that steers a terminal, and not longer than people read."""
    said = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    if isinstance(value, float):
        said = f"{value:g}" if words.spoken == "en" else f"{value:g}".replace(".", ",")
    start = "".join(c if c.isprintable() else " " for c in said[:_LONGEST])
    return start + "…" if len(said) > _LONGEST else start


def _choices(details: Mapping[str, Any], words: Words, labels: Labels | None) -> tuple[str, ...]:
    ids = [str(i) for i in (details.get("closest") or details.get("choices") or ())]
    if labels is None:
        return tuple(ids)
    collection = _COLLECTION.get(str(details.get("parameter")), "kind")
    names = [labels.of(collection, i, words.language) for i in ids]
    return tuple(n if names.count(n) == 1 else f"{n} ({i})" for n, i in zip(names, ids, strict=True))
