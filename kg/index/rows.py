"""Reading rows of the index queries: ids, texts and days out of terms."""

from collections.abc import Iterator
from datetime import date
from sys import intern
from typing import Protocol

from kg.core.iris import ID, local_id
from kg.store.port import Iri, Literal, Row, Term

_HEAD = len(ID)


class Ask(Protocol):
    """Runs the index query of a name, such as `kinds`, with its parameters, and gives the rows."""

    def __call__(self, name: str, **params: str) -> Iterator[Row]:
        """The rows of `index/<name>`."""
        ...


def ident(term: Term | None) -> str:
    """The local id of an IRI, shared between all that name it; empty for nothing."""
    return intern(local_id(term)) if isinstance(term, str) else ""


def key(term: Term | None) -> tuple[str, str]:
    """Collection and id of an IRI of ours; two empty strings for anything else."""
    if not isinstance(term, Iri) or not term.startswith(ID):
        return "", ""
    collection, _, local = term[_HEAD:].partition("/")
    return intern(collection), intern(local)


def text(term: Term | None) -> str:
    """A literal's text, or an IRI as it stands; empty for nothing."""
    if term is None:
        return ""
    return term.value if isinstance(term, Literal) else str(term)


def texts(ask: Ask, prop: str) -> Iterator[tuple[tuple[str, str], Literal]]:
    """What a property says in words: collection and id of a resource of ours, with each text."""
    for term, said in ask("statements", property=prop):
        named = key(term)
        if named[0] and isinstance(said, Literal):
            yield named, said


def day(term: Term | None) -> date | None:
    """The day of an xsd:date."""
    return date.fromisoformat(term.value[:10]) if isinstance(term, Literal) else None
