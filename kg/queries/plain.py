"""Rows of a stored query as plain values, for JSON, tables and case files."""

from collections.abc import Iterator

from kg.core.iris import ID, local_id
from kg.queries.registry import StoredQuery
from kg.queries.types import COLLECTIONS
from kg.store.port import Iri, Literal, Rows, Term

Plain = str | int | bool | None
_XSD = "http://www.w3.org/2001/XMLSchema#"


def plain(query: StoredQuery, rows: Rows) -> Iterator[dict[str, Plain]]:
    """Each row by column name, in the order of the SELECT; what is unbound is None.

    A column whose type is a collection gives the id; in any other column an IRI is given whole. A number or truth
    value becomes one, every other literal its text: a language shows in a column of its own, if the query has one.
    """
    types = {column.name: column.type for column in query.header.columns}
    columns = [(name, f"{ID}{types[name]}/" if types[name] in COLLECTIONS else None) for name in rows.columns]
    for row in rows.rows:
        yield {name: _plain(start, value) for (name, start), value in zip(columns, row, strict=True)}


def _plain(start: str | None, value: Term | None) -> Plain:
    """A value; `start` is how the IRIs begin of which the column gives the id."""
    if value is None:
        return None
    if isinstance(value, Literal):
        return _literal(value)
    return local_id(value) if start and isinstance(value, Iri) and value.startswith(start) else str(value)


def _literal(value: Literal) -> Plain:
    if value.datatype == f"{_XSD}integer":
        return int(value.value)
    if value.datatype == f"{_XSD}boolean":
        return value.value in {"true", "1"}
    return value.value
