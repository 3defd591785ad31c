"""Somebody to speak for the graph: its labels and the words of one language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from kg.core.errors import BadInput
from kg.index.index import Index
from kg.wording.said import Said, written
from kg.wording.words import Words, classes, load_all

Ref = dict[str, str]
Speaker = TypeVar("Speaker")


@dataclass(frozen=True, slots=True)
class Voice:
    """All that it takes to put an answer in words, made once a language."""

    index: Index
    words: Words
    classes: Mapping[str, str]
    said: Said = field(default_factory=Said, compare=False, repr=False)

    @property
    def language(self) -> str:
        """The language of the labels; that of the sentences may be its neighbour."""
        return self.words.language

    def say(self, key: str, **slots: str) -> str:
        """The words under a key, its slots filled."""
        return self.words.entries[key].format_map(slots)

    def label(self, collection: str, ident: str) -> str:
        """What a resource is called."""
        return self.index.labels.of(collection, ident, self.words.language)

    def ref(self, collection: str, ident: str) -> Ref:
        """A resource as the contracts show it."""
        return {"id": ident, "label": self.label(collection, ident)}

    def also_called(self, collection: str, ident: str) -> list[str]:
        """What else people call a resource."""
        return list(self.index.labels.others.get((collection, ident), ()))

    def told(self, by_language: Mapping[str, str]) -> str | None:
        """A text in the language of the sentences, else in one that it has; None for none."""
        return by_language.get(self.words.spoken) or next(iter(by_language.values()), None)

    def day(self, day: date) -> str:
        """A day as people write it."""
        month = self.say("dates.months").split()[day.month - 1]
        return self.say("dates.date", day=str(day.day), month=month, year=str(day.year))

    def all_of(self, parts: Iterable[str]) -> str:
        """Several things that hold together, in a sentence."""
        return _listed(list(parts), self.say("part.and"))

    def one_of(self, parts: Iterable[str]) -> str:
        """Several things of which one holds, in a sentence."""
        return _listed(list(parts), self.say("part.or"))


def voices(index: Index) -> dict[str, Voice]:
    """One voice a language."""
    found = classes()
    return {words.language: Voice(index, words, found) for words in load_all()}


def writers(voices: Mapping[str, Voice]) -> dict[str, Voice]:
    """The same voices to write JSON with: of what they say again and again they keep the JSON."""
    return {language: replace(voice, said=Said(written)) for language, voice in voices.items()}


def choose(voices: Mapping[str, Speaker], language: str) -> Speaker:
    """The voice, or the words, of a language. Raises `BadInput` where there is none."""
    if language not in voices:
        message = f"There is no such language here: {', '.join(voices)}."
        raise BadInput(message, reason="no-language", parameter="lang", value=language)
    return voices[language]


def capital(sentence: str) -> str:
    """The sentence with a capital first letter, its other letters as they are."""
    return sentence[:1].upper() + sentence[1:]


def _listed(parts: list[str], last: str) -> str:
    return last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
