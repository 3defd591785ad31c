"""The manifest: the ordered list of what the graph is built from, one named graph a file."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.core.errors import SourceError
from kg.core.iris import GRAPH
from kg.sources.naming import MANIFEST

SUFFIXES = frozenset({".ttl", ".csv"})
SECTIONS = ("modules", "shapes", "alignments")


@dataclass(frozen=True, slots=True)
class Module:
    """One file: its path from the ontology root, and the named graph that its statements stand in."""

    path: str

    @property
    def graph(self) -> str:
        """The IRI of the named graph: the path without its suffix."""
        return GRAPH + self.path.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the build reads, in order. `shapes` and `alignments` are kept out of the graph that people ask.

    `constructs` holds the paths of the CONSTRUCT queries in the folders of alignments.
    """

    modules: tuple[Module, ...]
    shapes: tuple[Module, ...]
    alignments: tuple[Module, ...]
    constructs: tuple[str, ...]


def load(root: Path) -> Manifest:
    """The manifest of an ontology: `manifest.toml` in its root folder.

    An entry is a file, or a folder that stands for all .ttl and .csv files under it, by name. Raises `SourceError`
    for a manifest that is no TOML, an entry that is missing, empty or listed twice, a table without its .rq or
    a .rq without its table, and a file in the tree that nothing lists.
    """
    lists = _lists(root)
    files = {section: _files(root, entries) for section, entries in lists.items()}
    listed = [path for paths in files.values() for path in paths]
    _no_doubles(listed)
    constructs = tuple(sorted(path for entry in lists["alignments"] for path in _tree(root, entry, frozenset({".rq"}))))
    _nothing_left(root, set(listed), set(constructs))
    return Manifest(
        **{section: tuple(Module(path) for path in paths) for section, paths in files.items()}, constructs=constructs
    )


def _lists(root: Path) -> dict[str, list[str]]:
    try:
        found = tomllib.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError("there is no manifest here", file=MANIFEST) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SourceError(f"this is not TOML: {error}", file=MANIFEST) from None
    for section, entries in found.items():
        if section not in SECTIONS:
            raise SourceError(f"unknown list '{section}': use {', '.join(SECTIONS)}", file=MANIFEST)
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise SourceError(f"'{section}' must be a list of paths", file=MANIFEST)
    if not found.get("modules"):
        raise SourceError("'modules' is empty: name what the graph is built from", file=MANIFEST)
    return {section: found.get(section, []) for section in SECTIONS}


def _files(root: Path, entries: list[str]) -> list[str]:
    return [path for entry in entries for path in _entry(root, entry)]


def _entry(root: Path, entry: str) -> list[str]:
    if not (root / entry).resolve().is_relative_to(root.resolve()):
        raise SourceError(f"'{entry}' lies outside the ontology", file=MANIFEST)
    if (root / entry).is_file():
        return [entry]
    if not (root / entry).is_dir():
        raise SourceError(f"'{entry}' is listed but does not exist", file=MANIFEST)
    found = sorted(_tree(root, entry, SUFFIXES))
    if not found:
        raise SourceError(f"the folder '{entry}' is listed but holds no .ttl and no .csv", file=MANIFEST)
    return found


def _tree(root: Path, folder: str, suffixes: frozenset[str]) -> Iterator[str]:
    for path in (root / folder).rglob("*"):
        if path.suffix in suffixes and path.is_file():
            yield path.relative_to(root).as_posix()


def _no_doubles(listed: list[str]) -> None:
    seen: dict[str, str] = {}
    for path in listed:
        other = seen.setdefault(Module(path).graph, path)
        if other is not path:
            what = "is listed twice" if other == path else f"would share a named graph with '{other}': rename one"
            raise SourceError(f"'{path}' {what}", file=MANIFEST)


def _nothing_left(root: Path, listed: set[str], constructs: set[str]) -> None:
    for path in sorted(_tree(root, ".", SUFFIXES | {".rq"})):
        if path.endswith(".rq"):
            if path not in constructs and path.removesuffix(".rq") + ".csv" not in listed:
                raise SourceError("there is no table of that name beside this query", file=path)
        elif path not in listed:
            raise SourceError(f"no entry of {MANIFEST} covers this file: list it or take it away", file=path)
        elif path.endswith(".csv") and not (root / path).with_suffix(".rq").is_file():
            raise SourceError("this table has no .rq of the same name that says what a row means", file=path)
