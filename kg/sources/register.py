"""A CSV file as rows of plain cells."""

import csv
from collections.abc import Mapping
from pathlib import Path

from kg.core.errors import SourceError
from kg.sources.naming import shown

Cells = Mapping[str, str]


def rows(table: Path) -> dict[int, Cells]:
    """Rows by number (the head is row 1), each with all columns of the head; empty lines are no rows.

    UTF-8 with or without a byte order mark, any line ends, quotes as in RFC 4180; spaces around a cell do not count.
    Raises `SourceError` for what is no such file, and with its row for a row of another length than the head.
    """
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            lines = list(reader)
    except FileNotFoundError:
        raise SourceError("there is no such file", file=shown(table)) from None
    except UnicodeDecodeError:
        raise SourceError("this file is not UTF-8", file=shown(table)) from None
    except csv.Error as error:
        raise SourceError(f"this is no CSV: {error}", file=shown(table), line=reader.line_num) from None
    head = [cell.strip() for cell in lines[0]] if lines else []
    found = {n: [cell.strip() for cell in line] for n, line in enumerate(lines[1:], start=2) if line}
    if not found:
        raise SourceError("this table has no rows", file=shown(table))
    for number, cells in found.items():
        if len(cells) != len(head):
            raise SourceError(f"{len(cells)} cells where the head has {len(head)}", file=shown(table), row=number)
    return {number: dict(zip(head, cells, strict=True)) for number, cells in found.items()}
