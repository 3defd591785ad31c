"""A table as a file, CSV or Parquet by its ending: written row by row beside it, and there whole or not at all."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from kg.core.errors import BadInput
from kg.publishing import document

EXTRA = "rettvei[panel]"
ENDINGS = (".csv", ".parquet")
_BATCH = 50_000

Row = Sequence[str]


def check(file: Path) -> None:
    """Raises `BadInput` for an ending that is none of `ENDINGS`, a folder that is not there, Parquet without its extra.

    So that it is said before the work, not after it.
    """
    if file.suffix.lower() not in ENDINGS:
        message = f"{file} ends in neither .csv nor .parquet."
        raise BadInput(message, reason="no-table", value=str(file), known=list(ENDINGS))
    if not file.parent.is_dir() or file.is_dir():
        raise document.unwritable(file, "no such folder" if not file.is_dir() else "it is a folder")
    if file.suffix.lower() == ".parquet":
        _arrow(file)


def write(file: Path, columns: Sequence[str], rows: Iterable[Row], about: dict[str, str]) -> int:
    """How many rows were written; `about` goes into a Parquet file as metadata. What `rows` raises leaves no file.

    Raises `BadInput` as `check` does, and when the file cannot be written.
    """
    check(file)
    with document.whole(file) as draft, _writer(file, draft, columns, about) as put:
        return _batched(rows, put)


def _batched(rows: Iterable[Row], put: Any) -> int:
    waiting, count = iter(rows), 0
    while batch := list(islice(waiting, _BATCH)):
        put(batch)
        count += len(batch)
    return count


@contextmanager
def _writer(file: Path, draft: Path, columns: Sequence[str], about: dict[str, str]) -> Iterator[Any]:
    """Takes batches of rows."""
    if file.suffix.lower() == ".csv":
        with draft.open("w", encoding="utf-8", newline="") as opened:
            lines = csv.writer(opened, lineterminator="\n")
            lines.writerow(columns)
            yield lines.writerows
        return
    arrow, parquet = _arrow(file)
    schema = arrow.schema([(c, arrow.string()) for c in columns], metadata=about)
    with parquet.ParquetWriter(draft, schema, compression="zstd") as table:
        yield lambda batch: table.write_table(
            arrow.table([list(column) for column in zip(*batch, strict=True)], schema=schema)
        )


def _arrow(file: Path) -> tuple[Any, Any]:
    """The library for Parquet, which is no part of a plain installation."""
    try:
        import pyarrow  # noqa: PLC0415 - heavy, and an extra
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        message = f"{file}: Parquet needs pyarrow. Install {EXTRA}, or write .csv."
        raise BadInput(message, reason="no-parquet", value=str(file), extra=EXTRA) from error
    return pyarrow, pyarrow.parquet
