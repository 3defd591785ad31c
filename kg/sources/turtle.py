"""Turtle files: read into a graph, and the line at which a statement stands."""

import re
from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.core.errors import SourceError
from kg.sources.naming import shown
from kg.sources.terms import quiet, unfit

PREFIX = re.compile(r"^\s*@?prefix\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)


def read(path: Path) -> Graph:
    """The statements of one file.

    Raises `SourceError` with file and line for what is no Turtle, for an IRI with a character that none may have,
    and for a value that its datatype does not allow (a thirteenth month).
    """
    graph = Graph()
    try:
        with quiet():
            graph.parse(data=path.read_text(encoding="utf-8-sig"), format="turtle")
    except FileNotFoundError:
        raise SourceError("there is no such file", file=shown(path)) from None
    except UnicodeDecodeError:
        raise SourceError("this file is not UTF-8", file=shown(path)) from None
    except BadSyntax as error:
        raise SourceError(f"this is no Turtle: {_plain(error)}", file=shown(path), line=error.lines + 1) from None
    except RecursionError:
        raise SourceError("the brackets are nested too deep", file=shown(path)) from None
    for subject, term, problem in unfit(graph):
        raise SourceError(problem, file=shown(path), line=line_of(path, subject, term))
    return graph


def line_of(path: Path, subject: str, text: str = "", after: str = "") -> int | None:
    """The line at which a subject stands, or, with `text`, the first line of its statements that names it.

    Found by reading, not by parsing: a subject is its IRI or prefixed name at the start of a line, else its first
    mention anywhere, and its statements go on to the next line that starts at the margin. `text` is an IRI or
    the words of a literal, looked for from the first mention of `after` (its property) on; where the statements do
    not show it, the line is the subject's. None if nothing is found.
    """
    content = path.read_text(encoding="utf-8-sig")
    prefixes = {space: name for name, space in PREFIX.findall(content)}
    lines = content.splitlines()
    names = _written(subject, prefixes)
    wanted = [_written(term, prefixes) for term in (after, text) if term]
    starts = {n: found.end() for n, line in enumerate(lines) if (found := names.match(line))}
    for start, end in starts.items() if text else ():
        found_at = _in_turn(lines, start, end, wanted)
        if found_at is not None:
            return found_at + 1
    mentions = starts or [n for n, line in enumerate(lines) if names.search(line)]
    return next((n + 1 for n in mentions), None)


def _in_turn(lines: list[str], start: int, end: int, wanted: list[re.Pattern[str]]) -> int | None:
    """The line of the last of these terms, each looked for from where the one before it ends."""
    left = list(wanted)
    for n in _block(lines, start):
        position = end if n == start else 0
        while left and (found := left[0].search(lines[n], position)):
            position = found.end()
            left.pop(0)
        if not left:
            return n
    return None


def _block(lines: list[str], start: int) -> Iterable[int]:
    yield start
    for n in range(start + 1, len(lines)):
        if lines[n][:1].strip():
            return
        yield n


def _written(term: str, prefixes: dict[str, str]) -> re.Pattern[str]:
    """The ways in which a term may be written: whole, or with each prefix that fits."""
    ways = [re.escape(f"<{term}>")]
    ways += [re.escape(f"{name}:{term[len(s) :]}") for s, name in prefixes.items() if s and term.startswith(s)]
    if "://" not in term:
        ways.append(re.escape(term))
    return re.compile(rf"(?:{'|'.join(ways)})(?![\w/-])")


def _plain(error: BadSyntax) -> str:
    return str(error._why).replace("at end of statement", "at the end of the statement before this line")
