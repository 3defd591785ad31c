"""The files of a tree, as a checkout has them: what git tracks or would track, else all that is not hidden."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(root: Path, *suffixes: str, under: tuple[str, ...] = ()) -> list[Path]:
    """The files with one of the suffixes (all without any), under one of the folders (anywhere without any)."""
    found = sorted(_tracked(root) if (root / ".git").exists() else _visible(root))
    inside = [f for f in found if not under or f.relative_to(root).parts[0] in under]
    return [f for f in inside if not suffixes or f.name.endswith(suffixes)]


def modules(root: Path, *under: str) -> Iterator[tuple[str, ast.Module]]:
    """The Python files under the folders, each with its name in the tree and its syntax tree."""
    for file in files(root, ".py", under=under):
        yield name(root, file), ast.parse(file.read_text("utf-8"))


def name(root: Path, file: Path) -> str:
    """The file's name as a person would say it: from the root, with slashes."""
    return file.relative_to(root).as_posix()


def text(file: Path) -> str | None:
    """What stands in a file, or None where it is no text."""
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError:
        return None


def _tracked(root: Path) -> Iterator[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return (root / line for line in listed.split("\0") if line and (root / line).is_file())


def _visible(root: Path) -> Iterator[Path]:
    return (f for f in root.rglob("*") if f.is_file() and "__pycache__" not in f.parts)
