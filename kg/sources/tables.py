"""Registers that stay tables: a CSV, and beside it a CONSTRUCT that says what a row means.

Row n (the head is row 1) is the node `urn:row:n`, with one property `urn:column:NAME` a column and plain strings
as values; an empty cell is absent, and a cell of several values is several. `ontology/README.md` tells more.
"""

from collections.abc import Mapping
from pathlib import Path

from rdflib import Graph, Literal, URIRef
from rdflib.plugins.sparql.sparql import Query

from kg.core.errors import SourceError
from kg.sources import construct
from kg.sources.columns import Header, problems, read_header
from kg.sources.naming import shown
from kg.sources.register import Cells
from kg.sources.register import rows as rows_of
from kg.sources.terms import quiet, unfit

ROW = "urn:row:"
COLUMN = "urn:column:"


def read(table: Path, rq: Path) -> Graph:
    """The statements that a table makes.

    Raises `SourceError` with file and row for a row with too many or too few cells, a cell that the header of the
    .rq does not allow (empty, of the wrong form, not in the other table), a key that an earlier row has, a value
    that the datatype forbids; and with file and line for a .rq that is no CONSTRUCT.
    """
    query, header, rows = construct.read(rq), read_header(rq), rows_of(table)
    _check(table, header, rows)
    made = _construct(query, header, rows)
    if not len(made):
        raise SourceError("this query makes nothing of any row", file=shown(rq))
    for subject, term, problem in unfit(made):
        raise SourceError(problem, file=shown(table), row=row_of(table, rq, subject, term))
    return made


def row_of(table: Path, rq: Path, subject: str, text: str = "") -> int | None:
    """The first row that speaks of a subject, or, with `text`, that says so of it; the head is row 1.

    Found by making the statements of one row after the other. `text` is an IRI or the words of a literal; where no
    row of the subject has it, the first row of the subject is named. None if no row makes the subject.
    """
    query, header, rows = construct.read(rq), read_header(rq), rows_of(table)
    first = None
    for number, row in rows.items():
        about = {str(t) for p, o in _construct(query, header, {number: row})[URIRef(subject)] for t in (p, o)}
        if about and (not text or text in about):
            return number
        first = first or (number if about else None)
    return first


def _check(table: Path, header: Header, rows: Mapping[int, Cells]) -> None:
    said, found = [column.name for column in header.columns], list(next(iter(rows.values())))
    if said != found:
        message = f"the columns are {', '.join(found)}; the .rq describes {', '.join(said)}"
        raise SourceError(message, file=shown(table), row=1)
    wrong = list(problems(header, rows))
    if wrong:
        row, message = wrong[0]
        others = {number for number, _ in wrong} - {row}
        more = f" (and {len(others)} more row{'s' if len(others) > 1 else ''} to mend)" if others else ""
        raise SourceError(message + more, file=shown(table), row=row)


def _construct(query: Query, header: Header, rows: Mapping[int, Cells]) -> Graph:
    source = Graph()
    for number, row in rows.items():
        for column in header.columns:
            for value in column.values(row.get(column.name, "")):
                source.add((URIRef(f"{ROW}{number}"), URIRef(COLUMN + column.name), Literal(value)))
    with quiet():
        made = source.query(query).graph
    return made if made is not None else Graph()
