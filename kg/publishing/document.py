"""A text as a file, there whole or not at all."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.core.errors import BadInput


def write(file: Path, lines: Iterable[str]) -> None:
    """Write the lines. Raises `BadInput` when that cannot be."""
    with whole(file) as draft, draft.open("w", encoding="utf-8", newline="\n") as opened:
        opened.writelines(f"{line}\n" for line in lines)


@contextmanager
def whole(file: Path) -> Iterator[Path]:
    """A draft beside the file, which takes its place once it is written and is gone if that fails.

    Raises `BadInput` when it cannot be written.
    """
    draft = file.with_name(f".{file.name}.new")
    try:
        yield draft
        draft.replace(file)
    except OSError as error:
        raise unwritable(file, error.strerror or str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def unwritable(place: Path, cause: str) -> BadInput:
    """That a file or folder cannot be written, and why."""
    return BadInput(f"{place} cannot be written: {cause}.", reason="no-folder", value=str(place), cause=cause)
