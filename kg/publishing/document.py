"""A text as a file, there whole or not at all."""

from collections.abc import Iterable
from pathlib import Path

from kg.core.errors import BadInput


def write(file: Path, lines: Iterable[str]) -> None:
    """Write the lines beside the file first. Raises `BadInput` when that cannot be."""
    draft = file.with_name(f".{file.name}.new")
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as opened:
            opened.writelines(f"{line}\n" for line in lines)
        draft.replace(file)
    except OSError as error:
        cause = error.strerror or str(error)
        raise BadInput(
            f"{file} cannot be written: {cause}.", reason="no-folder", value=str(file), cause=cause
        ) from error
    finally:
        draft.unlink(missing_ok=True)
