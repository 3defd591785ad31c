"""What studies found, as JSON."""

from typing import Any

from kg.index.evidence import Finding
from kg.wording.voice import Voice

Json = dict[str, Any]


def shown(found: Finding, voice: Voice) -> Json:
    """A finding: who said it, in which study, where and how surely, what it is about, and what contradicts it."""
    sources = voice.index.sources
    version = next(iter(sources.versions.get(found.id, ())), None)
    return voice.ref("finding", found.id) | {
        "sorts": list(found.sorts),
        "study": voice.ref("study", found.study),
        "section": version.section if version else None,
        "url": version.url if version else None,
        "saidBy": voice.told(found.said_by),
        "seenIn": [voice.ref("place", p) for p in found.seen],
        "lastObserved": sources.observed.get(found.id),
        "confidence": found.confidence or None,
        "about": [voice.ref(c, i) | {"collection": c} for c, i in found.about],
        "contradicts": [voice.ref("finding", f) for f in found.contradicts],
    }
