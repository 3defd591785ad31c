"""What a table may hold: the header of its .rq names each column, and what a cell must be.

# key: number
# column: number required matches [0-9]{4} — the number in the national list
# column: area optional in areas.csv:id — the area that it lies in
# column: kinds required several — one or more, joined by +
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.core.errors import SourceError
from kg.sources.naming import shown
from kg.sources.register import Cells
from kg.sources.register import rows as rows_of

COLUMN = re.compile(
    r"# column: (?P<name>[a-z_]+) (?P<need>required|optional)(?P<several> several)?"
    r"(?: matches (?P<pattern>\S+))?(?: in (?P<reference>[\w.-]+:[a-z_]+(?:,[\w.-]+:[a-z_]+)*))? — (?P<says>\S.*)"
)
JOINT = "+"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what a cell must be. `known` holds the cells of other tables that a cell must be one of."""

    name: str
    required: bool
    several: bool
    pattern: re.Pattern[str] | None
    reference: str | None
    known: frozenset[str]

    def values(self, cell: str) -> list[str]:
        """The values in a cell: none if it is empty, several only where the column may hold several."""
        return [v.strip() for v in cell.split(JOINT)] if self.several and cell else [cell] if cell else []

    def problem(self, cell: str) -> str | None:
        """What is wrong with a cell, or None."""
        if not cell:
            return f"'{self.name}' is empty" if self.required else None
        for value in self.values(cell):
            if self.pattern and not self.pattern.fullmatch(value):
                return f"'{self.name}' is '{value}': it must look like {self.pattern.pattern}"
            if self.reference and value not in self.known:
                return f"'{self.name}' is '{value}', which is not in {self.reference}"
        return None


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table in their order, and the columns that together tell one row from another."""

    columns: tuple[Column, ...]
    key: tuple[str, ...]


def read_header(rq: Path) -> Header:
    """The header in the comments of a table's CONSTRUCT. Raises `SourceError` with the line that cannot be read."""
    columns: list[Column] = []
    key: tuple[str, ...] = ()
    for number, line in enumerate(rq.read_text(encoding="utf-8-sig").splitlines(), start=1):
        if line.startswith("# column:"):
            columns.append(_column(rq, line, number))
        elif line.startswith("# key:"):
            key = tuple(line.removeprefix("# key:").split())
    if not columns or not key or not set(key) <= {c.name for c in columns}:
        raise SourceError("the header must describe each column, and name the key among them", file=shown(rq))
    return Header(tuple(columns), key)


def _column(rq: Path, line: str, number: int) -> Column:
    found = COLUMN.fullmatch(line)
    if not found:
        form = "# column: NAME required|optional [several] [matches PATTERN] [in FILE:COLUMN,…] — what it holds"
        raise SourceError(f"cannot read this line; it must look like '{form}'", file=shown(rq), line=number)
    try:
        pattern = re.compile(found["pattern"]) if found["pattern"] else None
    except re.error as error:
        raise SourceError(f"the pattern cannot be read: {error}", file=shown(rq), line=number) from None
    reference = found["reference"]
    known = frozenset(cell for one in (reference or "").split(",") if one for cell in _cells(rq, one, number))
    return Column(found["name"], found["need"] == "required", bool(found["several"]), pattern, reference, known)


def _cells(rq: Path, reference: str, number: int) -> set[str]:
    file, _, column = reference.partition(":")
    if not (rq.parent / file).is_file():
        raise SourceError(f"there is no table {file} beside this one", file=shown(rq), line=number)
    found = rows_of(rq.parent / file).values()
    if any(column not in row for row in found):
        raise SourceError(f"{file} has no column '{column}'", file=shown(rq), line=number)
    return {row[column] for row in found} - {""}


def problems(header: Header, rows: Mapping[int, Cells]) -> Iterator[tuple[int, str]]:
    """Row number and what is wrong with it: cells that do not fit, and keys that an earlier row has."""
    seen: dict[tuple[str, ...], int] = {}
    for number, row in rows.items():
        yield from ((number, found) for c in header.columns if (found := c.problem(row[c.name])))
        first = seen.setdefault(tuple(row[name] for name in header.key), number)
        if first != number:
            what = ", ".join(f"{name} '{row[name]}'" for name in header.key)
            yield number, f"row {first} already has {what}"
