"""What Rettvei asks of a store: three read-only questions in SPARQL 1.1. All backends pass tests/store/contract.py."""

from collections.abc import Iterator
from typing import NamedTuple, Protocol


class Iri(str):
    """An IRI in a row of results."""

    __slots__ = ()


class Literal(NamedTuple):
    """A literal in a row of results; `language` is None unless it is a language-tagged string."""

    value: str
    datatype: str
    language: str | None = None


class Blank(str):
    """A blank node in a row of results: its label means nothing outside that row."""

    __slots__ = ()


Term = Iri | Literal | Blank
Row = tuple[Term | None, ...]
Triple = tuple[Iri | Blank, Iri, Term]


class Rows(NamedTuple):
    """The answer to a SELECT: column names without the question mark, and the rows, unbound values as None."""

    columns: tuple[str, ...]
    rows: Iterator[Row]


class Store(Protocol):
    """A read-only view of named graphs. The default graph of a query is the union of them all.

    Raises `BadInput` for text that is no query of that form, `StoreMissing` when what it reads is gone.
    """

    def select(self, query: str) -> Rows:
        """The rows of a SELECT."""
        ...

    def ask(self, query: str) -> bool:
        """The answer to an ASK."""
        ...

    def construct(self, query: str) -> Iterator[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE, without repeats."""
        ...
