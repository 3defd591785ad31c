"""Conditions and presuppositions as clauses that stand after "if" or alone, those that the engine makes itself too."""

from collections.abc import Iterable

from kg.model import made_condition
from kg.model.made_condition import MadeCondition
from kg.wording.voice import Voice


def statement(condition: str, voice: Voice) -> str:
    """A condition as a clause: "the referrer acts as social service". What the graph itself says comes first."""
    made = _made(condition, voice)
    if made is None:
        return voice.label("condition", condition)
    sort_of, key = made
    return voice.say(f"condition.{sort_of.name}", label=voice.label(sort_of.collection, key))


def shown(condition: str, voice: Voice) -> dict[str, str]:
    """A condition as the contracts show it."""
    return {"id": condition, "kind": sort(condition, voice), "statement": statement(condition, voice)}


def sort(condition: str, voice: Voice) -> str:
    """Which sort of condition it is: case, capacity, place or evidence."""
    made = _made(condition, voice)
    return made[0].sort if made else voice.index.sources.condition_sorts[condition].removesuffix("Condition").lower()


def group(conditions: Iterable[str], voice: Voice) -> str:
    """All the conditions of a group in one clause."""
    return voice.all_of(statement(c, voice) for c in conditions)


def any_group(groups: Iterable[Iterable[str]], most: int, voice: Voice) -> str:
    """Groups of which one has to hold, in one clause: what they share is said once, the first few apart."""
    every = list(dict.fromkeys(tuple(g) for g in groups))
    sets = [g for g in every if not any(set(other) < set(g) for other in every)]  # "A, or A and B" is A
    shared = [c for c in sets[0] if all(c in g for g in sets)] if sets else []
    apart = [[c for c in g if c not in shared] for g in sets]
    told = list(dict.fromkeys(group(g, voice) for g in apart if g))
    more = [voice.say("part.other-conditions")] if len(told) > most else []
    alternatives = voice.one_of(told[:most] + more) if all(apart) else ""
    return voice.all_of([*(statement(c, voice) for c in shared), *([alternatives] if alternatives else [])])


def _made(condition: str, voice: Voice) -> tuple[MadeCondition, str] | None:
    """How the engine made a condition, or None for one of the graph."""
    return None if condition in voice.index.sources.condition_sorts else made_condition.read(condition)


def presupposition(code: str, voice: Voice) -> str:
    """What is taken for granted: `through:<unit>`, `signed-by-its-head:<role>`, or a presupposition of the graph."""
    name, colon, kind = code.partition(":")
    if colon:
        return voice.say(f"presupposition.{name}", label=voice.label("kind", kind))
    return voice.label("presupposition", code)
