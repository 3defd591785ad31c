"""The header of a stored query: the leading comment lines that say what it asks, takes and gives.

# title(nb): Hvem kan henvise til en mottaker?
# title(en): Who may refer to a receiver?
# param: receiver kind optional — mottakeren | the receiver
# column: referrer iri — den som henviser | who refers
# tags: referral, question:Q003
"""

import re
from collections.abc import Container, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import takewhile

from kg.core.errors import QueryFileError
from kg.queries.types import COLUMN_TYPES, PARAMETER_TYPES

LANGUAGES = ("nb", "en")
RESERVED = frozenset({"limit", "offset", "lang"})
"""Names that every address under /v1 keeps for itself."""
_LINE = re.compile(r"#\s*(?P<key>[a-z]+)(?:\((?P<language>[a-z]+)\))?\s*:\s*(?P<text>.*\S)\s*")
_PARAM = re.compile(r"(?P<name>\w+)\s+(?P<type>\S+)\s+(?P<need>required|optional)\s+—\s+(?P<text>\S.*)", re.ASCII)
_COLUMN = re.compile(r"(?P<name>\w+)\s+(?P<type>\S+)\s+—\s+(?P<text>\S.*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes: `name` is its variable, `type` one of `PARAMETER_TYPES`; described in each of `LANGUAGES`."""

    name: str
    type: str
    required: bool
    descriptions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Column:
    """What a query gives: a variable of its SELECT, of one of `COLUMN_TYPES`; a row may leave it unbound."""

    name: str
    type: str
    descriptions: Mapping[str, str]


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
    and for a title or columns that are missing.
    """
    titles: dict[str, str] = {}
    params: dict[str, Parameter] = {}
    columns: dict[str, Column] = {}
    tags: list[str] = []
    for line, comment in _comments(text):
        try:
            _add(comment, titles, params, columns, tags)
        except ValueError as error:
            raise QueryFileError(str(error), file=file, line=line) from None
    missing = [f"title({language})" for language in LANGUAGES if language not in titles]
    missing += [] if columns else ["column"]
    if missing:
        raise QueryFileError(f"The header lacks {' and '.join(missing)}.", file=file, line=1)
    return Header(titles, tuple(params.values()), tuple(columns.values()), tuple(tags))


def _comments(text: str) -> Iterator[tuple[int, str]]:
    return enumerate(takewhile(lambda line: line.startswith("#"), text.splitlines()), start=1)


def _add(
    comment: str, titles: dict[str, str], params: dict[str, Parameter], columns: dict[str, Column], tags: list[str]
) -> None:
    line = _LINE.fullmatch(comment)
    if not line:
        raise ValueError("A header line is “# key: text”; remarks stand below it.")
    key, language, said = line["key"], line["language"], line["text"]
    if key == "title" and language in LANGUAGES and language not in titles:
        titles[language] = said
    elif key == "param" and not language:
        name, kind, need, what = _parts(_PARAM, said, "# param: name type required|optional — hva det er | what it is")
        if name in RESERVED:
            raise ValueError(f"{name} is no name for a parameter: every address under /v1 keeps it for itself.")
        params[name] = Parameter(_new(name, params), _known(kind, PARAMETER_TYPES), need == "required", _told(what))
    elif key == "column" and not language:
        name, kind, what = _parts(_COLUMN, said, "# column: name type — hva det er | what it is")
        columns[name] = Column(_new(name, columns), _known(kind, COLUMN_TYPES), _told(what))
    elif key == "tags" and not language and not tags:
        tags.extend(tag.strip() for tag in said.split(",") if tag.strip())
    else:
        known = "title(nb), title(en), param, column and tags"
        raise ValueError(f"“{comment.strip()}” is unknown or given twice: a header has {known}.")


def _parts(pattern: re.Pattern[str], said: str, form: str) -> tuple[str, ...]:
    parts = pattern.fullmatch(said)
    if not parts:
        raise ValueError(f"This is written “{form}”.")
    return parts.groups()


def _told(said: str) -> dict[str, str]:
    """A description in bokmål and English; one that is written once stands for both."""
    nb, _, en = said.rpartition(" | ")
    return {"nb": nb.strip() or en.strip(), "en": en.strip()}


def _known(kind: str, types: Set[str]) -> str:
    if kind not in types:
        raise ValueError(f"The type “{kind}” is unknown; known are {', '.join(sorted(types))}.")
    return kind


def _new(name: str, taken: Container[str]) -> str:
    if name in taken:
        raise ValueError(f"{name} is given twice.")
    return name
