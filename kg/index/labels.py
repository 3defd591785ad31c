"""What things are called, in the reader's language."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from sys import intern
from types import MappingProxyType

from kg.index.rows import Ask, texts

FALLBACK: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nb": ("nb", "nn", "da", "en"),
        "nn": ("nn", "nb", "da", "en"),
        "da": ("da", "nb", "nn", "en"),
        "en": ("en", "nb", "nn", "da"),
    }
)
"""For each language of a reader, the languages in which a label is looked for, in order. This is the only place."""

_SKOS = "http://www.w3.org/2004/02/skos/core#"

Key = tuple[str, str]
"""Collection and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Preferred and alternative names by collection and id; a language is one of FALLBACK's."""

    preferred: Mapping[Key, Mapping[str, str]]
    others: Mapping[Key, tuple[str, ...]]

    def of(self, collection: str, ident: str, language: str) -> str:
        """The preferred name in the language or the nearest one there is; the id where there is none."""
        names = self.preferred.get((collection, ident), {})
        if language in names:
            return names[language]
        return next((names[lang] for lang in FALLBACK[language] if lang in names), next(iter(names.values()), ident))

    def names(self) -> Iterator[tuple[Key, str, bool]]:
        """Every name with whether it is a preferred one."""
        for named, by_language in self.preferred.items():
            for name in by_language.values():
                yield named, name, True
        for named, names in self.others.items():
            for name in names:
                yield named, name, False


def read_labels(ask: Ask) -> Labels:
    """Names from the graph: one scan for preferred names, one for the others."""
    preferred: dict[Key, dict[str, str]] = defaultdict(dict)
    others: dict[Key, list[str]] = defaultdict(list)
    for named, name in texts(ask, _SKOS + "prefLabel"):
        preferred[named][intern(name.language or "nb")] = name.value
    for named, name in texts(ask, _SKOS + "altLabel"):
        others[named].append(name.value)
    return Labels(preferred=dict(preferred), others={k: tuple(sorted(set(v))) for k, v in others.items()})
