"""The header of a stored query: the leading comment lines that say what it asks, takes and gives.

# title(nb): Hvem kan henvise til en mottaker?
# title(en): Who may refer to a receiver?
# param: receiver kind optional — the receiver
# column: referrer iri — who refers
# tags: referral, question:Q003
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.core.errors import QueryFileError
from kg.queries.types import TYPES

LANGUAGES = ("nb", "en")
_LINE = re.compile(r"#\s*(?P<key>[a-z]+)(?:\((?P<language>[a-z]+)\))?\s*:\s*(?P<text>.*\S)\s*")
_PARAM = re.compile(r"(?P<name>\w+)\s+(?P<type>\S+)\s+(?P<need>required|optional)\s+—\s+(?P<text>\S.*)", re.ASCII)
_COLUMN = re.compile(r"(?P<name>\w+)\s+(?P<type>\S+)\s+—\s+(?P<text>\S.*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes: `name` is its variable, `type` one of `kg.queries.types.TYPES`."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Column:
    """What a query gives: `name` is a variable of its SELECT; a row may leave it unbound."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Header:
    """All that the header of one query says. `titles` has an entry for each of `LANGUAGES`."""

    titles: Mapping[str, str]
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    tags: tuple[str, ...]


def parse(text: str, file: str) -> Header:
    """The header of the query in `text`; `file` is the name that errors give.

    Raises `QueryFileError` with the line for a line that is no header line, an unknown type, a name given twice,
    and without one for a title or columns that are missing.
    """
    titles: dict[str, str] = {}
    params: list[Parameter] = []
    columns: list[Column] = []
    tags: list[str] = []
    for line, key, language, said in _lines(text, file):
        if key == "title" and language in LANGUAGES and language not in titles:
            titles[language] = said
        elif key == "param" and not language:
            params.append(_param(said, file, line, {p.name for p in params}))
        elif key == "column" and not language:
            columns.append(_column(said, file, line, {c.name for c in columns}))
        elif key == "tags" and not language and not tags:
            tags.extend(tag.strip() for tag in said.split(",") if tag.strip())
        else:
            raise QueryFileError(
                f"“{key}” is unknown here or given twice: a header has title(nb), title(en), param, column and tags.",
                file=file,
                line=line,
            )
    missing = [f"title({language})" for language in LANGUAGES if language not in titles]
    missing += [] if columns else ["column"]
    if missing:
        raise QueryFileError(f"The header lacks {' and '.join(missing)}.", file=file, line=1)
    return Header(titles, tuple(params), tuple(columns), tuple(tags))


def _lines(text: str, file: str) -> list[tuple[int, str, str | None, str]]:
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        parts = _LINE.fullmatch(line)
        if not parts:
            raise QueryFileError("A header line is “# key: text”; remarks stand below it.", file=file, line=number)
        found.append((number, parts["key"], parts["language"], parts["text"]))
    return found


def _param(said: str, file: str, line: int, taken: set[str]) -> Parameter:
    parts = _PARAM.fullmatch(said)
    if not parts:
        form = "# param: name type required|optional — what it is"
        raise QueryFileError(f"A parameter is written “{form}”.", file=file, line=line)
    _check(parts["name"], parts["type"], file, line, taken)
    return Parameter(parts["name"], parts["type"], parts["need"] == "required", parts["text"])


def _column(said: str, file: str, line: int, taken: set[str]) -> Column:
    parts = _COLUMN.fullmatch(said)
    if not parts:
        raise QueryFileError("A column is written “# column: name type — what it is”.", file=file, line=line)
    _check(parts["name"], parts["type"], file, line, taken)
    return Column(parts["name"], parts["type"], parts["text"])


def _check(name: str, kind: str, file: str, line: int, taken: set[str]) -> None:
    if kind not in TYPES:
        known = ", ".join(sorted(TYPES))
        raise QueryFileError(f"{name} has the unknown type “{kind}”; known are {known}.", file=file, line=line)
    if name in taken:
        raise QueryFileError(f"{name} is given twice.", file=file, line=line)
