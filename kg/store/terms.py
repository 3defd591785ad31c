"""Terms of pyoxigraph as values of the port."""

from collections.abc import Iterable, Iterator
from typing import cast

import pyoxigraph as ox

from kg.core.errors import BadInput
from kg.store.port import Blank, Iri, Literal, Row, Term, Triple


def row(solution: ox.QuerySolution) -> Row:
    """One row of results, what is unbound as None."""
    return tuple([None if value is None else term(value) for value in solution])  # a list is faster than a generator


def term(value: object) -> Term:
    """One term. Raises `BadInput` for a quoted triple."""
    if isinstance(value, ox.NamedNode):
        return Iri(value.value)
    if isinstance(value, ox.Literal):
        return Literal(value.value, value.datatype.value, value.language)
    if isinstance(value, ox.BlankNode):
        return Blank(value.value)
    raise BadInput("The query gives quoted triples, which no caller here reads.")


def distinct(statements: Iterable[ox.Triple | ox.Quad]) -> Iterator[Triple]:
    """The statements without repeats, in the order in which each came first."""
    seen: dict[Triple, None] = {}
    for one in statements:
        seen[cast("Triple", (term(one.subject), term(one.predicate), term(one.object)))] = None
    return iter(seen)
