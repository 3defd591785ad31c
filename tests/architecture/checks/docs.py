"""The documents speak of what is there: commands of the Makefile, paths of the tree, the heads of the changelog."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree

HEADS = ("Decisions", "Vocabulary", "Engine", "Docs")
COMMAND = re.compile(r"\bmake ([a-z]+)\b(?=[`\s\[]|$)")
PATH = re.compile(r"`([\w.<>*-]+(?:/[\w.<>*-]+)*/?)`")


def find(root: Path) -> list[str]:
    """Commands, paths and heads that the documents name or owe and that are not there."""
    documents = {f.name: f.read_text("utf-8") for f in tree.files(root, ".md") if f.parent == root}
    owed = [f"{n}: is missing" for n in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md") if n not in documents]
    return owed or [*_commands(root, documents), *_paths(root, documents["CONTRIBUTING.md"]), *_heads(documents)]


def _commands(root: Path, documents: dict[str, str]) -> Iterator[str]:
    targets = set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name, text in documents.items():
        for command in sorted(set(COMMAND.findall("\n".join(_code(text)))) - targets):
            yield f"{name}: make {command} is no target of the Makefile"
    for command in ("serve", "test"):
        if f"make {command}" not in documents["README.md"]:
            yield f"README.md: does not say make {command}"


def _code(text: str) -> Iterator[str]:
    yield from re.findall(r"```.*?```", text, re.DOTALL)
    yield from re.findall(r"`[^`\n]+`", text)


def _paths(root: Path, text: str) -> Iterator[str]:
    table = [line for line in text.splitlines() if line.startswith("|")]
    if len(table) < 3:
        yield "CONTRIBUTING.md: the table of what to touch is gone"
    for path in sorted({p for line in table for p in PATH.findall(line) if "/" in p}):
        pattern = re.sub(r"<[^>]*>", "*", path).rstrip("/")
        if not any(root.glob(pattern)):
            yield f"CONTRIBUTING.md: {path} is not in the tree"


def _heads(documents: dict[str, str]) -> Iterator[str]:
    sections = re.split(r"^## ", documents["CHANGELOG.md"], flags=re.MULTILINE)[1:]
    if not sections:
        yield "CHANGELOG.md: has no version"
    for section in sections:
        version = section.splitlines()[0]
        heads = re.findall(r"^### (.+)$", section, re.MULTILINE)
        if not heads or [h for h in HEADS if h in heads] != heads:
            yield f"CHANGELOG.md: {version} has the heads {heads}: any of {', '.join(HEADS)}, in that order"
