"""Kinds of the controlled lists, and concepts of integration as each study has them, as JSON."""

from typing import Any

from kg.index.concepts import Concept
from kg.wording.voice import Voice

Json = dict[str, Any]


def kind(ident: str, voice: Voice) -> Json:
    """A kind of actor or service, with what it is a kind and a part of."""
    kinds = voice.index.kinds
    return _shown("kind", ident, voice) | {
        "kindOf": sorted(kinds.up[ident] - {ident}),
        "partOf": sorted(kinds.up_parts[ident] - kinds.up[ident]),
    }


def concept(found: Concept, voice: Voice) -> Json:
    """A concept of one study's scheme."""
    return _shown("concept", found.id, voice) | {
        "scheme": voice.ref("scheme", found.scheme),
        "study": voice.ref("study", found.study),
        "rank": found.rank,
        "definition": voice.told(found.definition),
        "broader": [voice.ref("concept", c) for c in found.broader],
        "near": [voice.ref("concept", c) for c in found.near],
    }


def _shown(collection: str, ident: str, voice: Voice) -> Json:
    return voice.ref(collection, ident) | {
        "collection": collection,
        "alsoCalled": voice.also_called(collection, ident),
        "kindOf": [],
        "partOf": [],
        "scheme": None,
        "study": None,
        "rank": None,
        "definition": None,
        "broader": [],
        "near": [],
    }
