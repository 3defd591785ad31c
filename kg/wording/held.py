"""A norm that holds in the scope of a question about tasks or stages, with what is left open and whom it is about."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kg.model.task import Held
from kg.wording import conditions, norms
from kg.wording.voice import Ref, Voice

Json = dict[str, Any]


def shown(held: Held, on: date, voice: Voice) -> Json:
    """What holds of the norm whoever asks, and its scope: towards whom, in which services, for whom, when."""
    norm = held.norm
    said: Json = norms.shown(norm, on, voice)
    return said | {
        "towards": refs("kind", norm.counterparts, voice),
        "services": refs("kind", norm.services, voice),
        "groups": refs("group", norm.groups, voice),
        "stages": refs("stage", norm.stages, voice),
        "conditions": [conditions.shown(c, voice) for c in sorted(held.conditions)],
    }


def refs(collection: str, ids: Iterable[str], voice: Voice) -> list[Ref]:
    """Resources of a collection, by id."""
    return [voice.ref(collection, i) for i in sorted(ids)]


def basis(shown_norm: Json) -> str:
    """Where a shown norm stands, on a line."""
    cited = shown_norm["citations"][:1]
    return " ".join(part for c in cited for part in (c["title"], c["section"]) if part) or shown_norm["grade"]
