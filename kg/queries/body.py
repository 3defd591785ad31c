"""What must be known of a query's text to bind it: where its row of parameters stands, and what its SELECT gives.

No parser: comments, strings and IRIs are blanked out, then two patterns look. Whether the SPARQL is well formed
is the engine's to say (`kg.queries.registry.check_syntax`).
"""

import re
from dataclasses import dataclass

from kg.core.errors import QueryFileError
from kg.queries.header import Header

_QUIET = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''(?:[^\\]|\\.)*?'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r"|<[^<>\"{}|^`\\\s]*>"
    r"|#[^\n]*",
    re.DOTALL,
)
_SELECT = re.compile(r"\A\s*(?:(?:PREFIX\s+[\w-]*:|BASE)\s+)*SELECT\b(?P<given>[^{]*?)(?:\bWHERE\s*)?\{", re.IGNORECASE)
_ROW = re.compile(
    r"\s*(?P<row>VALUES\s*\((?P<names>(?:\s*\?\w+)+)\s*\)\s*\{\s*\((?P<undef>(?:\s*UNDEF\b)+)\s*\)\s*\})", re.IGNORECASE
)
_INNERMOST = re.compile(r"\(([^()]*)\)")
_AS = re.compile(r"\bAS\s+[?$](\w+)\s*\Z", re.IGNORECASE)
_VARIABLE = re.compile(r"[?$](\w+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """The row of parameters: where it stands in the text, and its variables in order."""

    start: int
    end: int
    names: tuple[str, ...]


def read(text: str, header: Header, file: str) -> Slot | None:
    """The row of parameters of a query, or None for a query without any.

    Raises `QueryFileError` when the query is no SELECT that names its columns, when SELECT and header differ,
    or when parameters and the VALUES row do.
    """
    quiet = _QUIET.sub(lambda part: re.sub(r"[^\n]", " ", part[0]), text)
    select = _SELECT.match(quiet)
    if not select:
        line = 1 + text[: _start(quiet)].count("\n")
        raise QueryFileError("A stored query is a SELECT, after its header and prefixes.", file=file, line=line)
    _check_columns(_projection(select["given"]), header, file, _line(quiet, select.start("given")))
    row = _ROW.match(quiet, select.end())
    slot = Slot(row.start("row"), row.end("row"), tuple(_VARIABLE.findall(row["names"]))) if row else None
    _check_row(slot, len(row["undef"].split()) if row else 0, header, file, _line(quiet, select.end()))
    return slot


def _start(quiet: str) -> int:
    return len(quiet) - len(quiet.lstrip())


def _line(quiet: str, position: int) -> int:
    return 1 + quiet.count("\n", 0, position)


def _projection(given: str) -> list[str]:
    before = None
    while before != given:
        before = given
        given = _INNERMOST.sub(lambda part: f" ?{name[1]} " if (name := _AS.search(part[1])) else " ", given)
    return _VARIABLE.findall(given)


def _check_columns(given: list[str], header: Header, file: str, line: int) -> None:
    columns = [column.name for column in header.columns]
    if absent := [name for name in columns if name not in given]:
        raise QueryFileError(f"SELECT does not give the column {', '.join(absent)}.", file=file, line=line)
    if unsaid := [name for name in given if name not in columns]:
        raise QueryFileError(f"The header does not describe the column {', '.join(unsaid)}.", file=file, line=line)


def _check_row(slot: Slot | None, width: int, header: Header, file: str, line: int) -> None:
    names = [param.name for param in header.params]
    if slot is None:
        if names:
            form = f"VALUES ({' '.join(f'?{n}' for n in names)}) {{ ({' '.join('UNDEF' for _ in names)}) }}"
            raise QueryFileError(f"The first thing in WHERE must be {form}.", file=file, line=line)
        return
    if absent := [name for name in names if name not in slot.names]:
        raise QueryFileError(
            f"The VALUES row has no place for the parameter {', '.join(absent)}.", file=file, line=line
        )
    if unsaid := [name for name in slot.names if name not in names]:
        raise QueryFileError(f"The header does not describe the parameter {', '.join(unsaid)}.", file=file, line=line)
    if width != len(slot.names) or len(set(slot.names)) != len(slot.names):
        raise QueryFileError("The VALUES row needs one UNDEF for each variable, each once.", file=file, line=line)
