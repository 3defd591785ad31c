"""Just enough N-Quads to write a large made-up graph fast."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kg.core.iris import GRAPH, ID, NS

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
DATE = "<http://www.w3.org/2001/XMLSchema#date>"
BOOLEAN = "<http://www.w3.org/2001/XMLSchema#boolean>"
WORLD = f"<{GRAPH}bench/world>"


class Thing(NamedTuple):
    """A resource: its collection and id."""

    collection: str
    key: str

    def __str__(self) -> str:
        return f"<{ID}{self.collection}/{self.key}>"


Value = Thing | date | bool | str


def lines(subject: Thing, facts: Iterable[tuple[str, Value]]) -> Iterator[str]:
    """One line a fact, with properties of our vocabulary; the property `a` takes the name of a class."""
    for name, value in facts:
        if name == "a":
            yield f"{subject} {TYPE} <{NS}{value}> {WORLD} .\n"
        else:
            yield f"{subject} <{NS}{name}> {_object(value)} {WORLD} .\n"


def label(subject: Thing, text: str) -> Iterator[str]:
    """The same name in bokmål and English."""
    yield from (f'{subject} {LABEL} "{text}"@{language} {WORLD} .\n' for language in ("nb", "en"))


def _object(value: Value) -> str:
    if isinstance(value, Thing):
        return str(value)
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^{BOOLEAN}'
    return f'"{value}"^^{DATE}' if isinstance(value, date) else f'"{value}"'
