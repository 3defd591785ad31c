"""Where something stands in the sources: the file, and its line or row."""

from pathlib import Path

from kg.model.finding import Location
from kg.sources import tables, turtle


def where(root: Path, path: str, subject: str, text: str = "", after: str = "") -> Location:
    """The location of a subject in a module of the manifest; see `turtle.line_of` and `tables.row_of` for the rest.

    Without line and row where the file does not show the subject.
    """
    file = root / path
    if file.suffix == ".csv":
        return Location(path, row=tables.row_of(file, file.with_suffix(".rq"), subject, text))
    return Location(path, line=turtle.line_of(file, subject, text, after))
