"""The words of one language, out of its rooms, and the classes and colours of `classes.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

LANGUAGES = ("nb", "nn", "da", "en")
_HERE = Path(__file__).parent
_ROOMS = ("words", "tasks", "problems", "page", "feed", "about", "release", "codebook")
_NEIGHBOUR = MappingProxyType({"nn": "nb", "da": "nb"})


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences and names by dotted key: `headline.permitted.law`."""

    language: str
    entries: Mapping[str, str]

    @property
    def spoken(self) -> str:
        """The language of the sentences: nynorsk and Danish take the bokmål ones."""
        return _NEIGHBOUR.get(self.language, self.language)

    def say(self, key: str, **slots: str) -> str:
        """The words under a key, its slots filled. Raises `KeyError` for a key or slot that is not there."""
        return self.entries[key].format_map(slots)

    def has(self, key: str) -> bool:
        """Whether there are words under a key."""
        return key in self.entries


def load(language: str) -> Words:
    """The words of one of `LANGUAGES`; nynorsk and Danish take the bokmål sentences around their own labels."""
    file = f"{_NEIGHBOUR.get(language, language)}.toml"
    return Words(language, {k: v for room in _ROOMS for k, v in read(_HERE / room / file).items()})


def load_all() -> tuple[Words, ...]:
    """The words of every language; neighbours share what they share."""
    written = {language: load(language).entries for language in LANGUAGES if language not in _NEIGHBOUR}
    return tuple(Words(language, written[_NEIGHBOUR.get(language, language)]) for language in LANGUAGES)


def classes() -> Mapping[str, str]:
    """The class of each authority (`class.act`), and the colour of each outcome (`tone.prohibited.law`)."""
    return read(_HERE / "classes.toml")


def read(file: Path) -> Mapping[str, str]:
    """The strings of a TOML file by dotted key."""
    return dict(_flat(tomllib.loads(file.read_text("utf-8")), ""))


def _flat(table: Mapping[str, object], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", str(value)
