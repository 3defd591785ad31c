"""Files of names: one a line, or a CSV file with a column that says what they are."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from kg.core.errors import BadInput, RettveiError

Found = TypeVar("Found")
Say = Callable[[RettveiError], str]
"""Puts an error in words."""


class Line(NamedTuple):
    """A name as it was written, and where."""

    file: Path
    number: int
    value: str


def read(file: Path, column: str) -> list[Line]:
    """The names of a file, empty lines left out: its lines, or the column of that name where the first line has one.

    Raises `BadInput` for a file that cannot be read, is not UTF-8 or holds no names.
    """
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise BadInput(
            f"{file} cannot be read.", reason="no-file", value=str(file), cause=error.strerror or str(error)
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(f"{file} is not UTF-8.", reason="names-no-utf-8", file=str(file)) from error
    found = list(_lines(file, text.splitlines(), column))
    if not found:
        raise BadInput(f"{file} holds no names.", reason="no-names", file=str(file), column=column)
    return found


def _lines(file: Path, lines: list[str], column: str) -> Iterator[Line]:
    head = lines[0] if lines else ""
    between = ";" if ";" in head else ","
    titles = [t.strip().lower() for t in next(csv.reader([head], delimiter=between), [])]
    if column not in titles:
        yield from (Line(file, n, line.strip()) for n, line in enumerate(lines, 1) if line.strip())
        return
    table = csv.reader(lines[1:], delimiter=between)
    for cells in table:
        value = cells[titles.index(column)].strip() if len(cells) > titles.index(column) else ""
        if value:
            yield Line(file, table.line_num + 1, value)


def understood(lines: list[Line], find: Callable[[str], Found], say: Say) -> dict[Found, Line]:
    """What `find` makes of each name, in their order. What it raises is told with file and line, in words of `say`.

    Raises `BadInput`; for two names of the same thing too, which would count it twice.
    """
    found: dict[Found, Line] = {}
    for line in lines:
        try:
            one = find(line.value)
        except RettveiError as error:
            raise at(line, say(error)) from error
        if one in found:
            first = found[one].number
            message = f"{line.file}:{line.number}: the same as line {first}."
            raise BadInput(message, reason="name-twice", file=str(line.file), line=line.number, first=first)
        found[one] = line
    return found


def at(line: Line, said: str) -> BadInput:
    """What is wrong with a name, and where it stands."""
    return BadInput(f"{line.file}:{line.number}: {said}", file=str(line.file), line=line.number)
