"""Whoever silences a checker says which of its rules."""

import re
import tokenize
from pathlib import Path

from tests.architecture import tree

BARE = re.compile(r"#\s*type:\s*ignore(?!\[)|#\s*noqa(?!:)|#\s*(pylint|ruff|mypy|pragma):")


def find(root: Path) -> list[str]:
    """Comments that silence a checker as a whole."""
    python = tree.files(root, ".py")
    if not python:
        return ["no Python to check"]
    return [line for file in python for line in _bare(tree.name(root, file), file)]


def _bare(name: str, file: Path) -> list[str]:
    with file.open("rb") as stream:
        return [
            f"{name}:{token.start[0]}: {token.string.strip()} silences more than it names"
            for token in tokenize.tokenize(stream.readline)
            if token.type == tokenize.COMMENT and BARE.search(token.string)
        ]
