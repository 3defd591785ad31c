"""Conditions and presuppositions as clauses that stand after "if" or alone, those that the engine makes itself too."""

from collections.abc import Iterable

from kg.wording.voice import Voice

# Ids that the engine makes from a kind, a group or a place: the words, the collection of the rest of the id, the sort.
_MADE = (
    ("acts-as-", "condition.acts-as", "kind", "capacity"),
    ("is-a-", "condition.is-a", "kind", "capacity"),
    ("in-group-", "condition.in-group", "group", "case"),
    ("in-", "condition.in", "place", "place"),
)


def statement(condition: str, voice: Voice) -> str:
    """A condition as a clause: "the referrer acts as social service"."""
    for prefix, words, collection, _ in _MADE:
        if condition.startswith(prefix):
            return voice.say(words, label=voice.label(collection, condition.removeprefix(prefix)))
    return voice.label("condition", condition)


def shown(condition: str, voice: Voice) -> dict[str, str]:
    """A condition as the contracts show it."""
    return {"id": condition, "kind": sort(condition, voice), "statement": statement(condition, voice)}


def sort(condition: str, voice: Voice) -> str:
    """Which sort of condition it is: case, capacity, place or evidence."""
    for prefix, _, _, made in _MADE:
        if condition.startswith(prefix):
            return made
    return voice.index.sources.condition_sorts[condition].removesuffix("Condition").lower()


def group(conditions: Iterable[str], voice: Voice) -> str:
    """All the conditions of a group in one clause."""
    return voice.all_of(statement(c, voice) for c in conditions)


def presupposition(code: str, voice: Voice) -> str:
    """What is taken for granted: `through:<unit>`, `signed-by-its-head:<role>`, or a presupposition of the graph."""
    name, colon, kind = code.partition(":")
    if colon:
        return voice.say(f"presupposition.{name}", label=voice.label("kind", kind))
    return voice.label("presupposition", code)
