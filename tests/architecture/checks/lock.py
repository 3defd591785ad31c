"""requirements.lock pins by name and version alone, and holds whatever pyproject.toml asks for."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"([A-Za-z0-9._-]+)==([\w.!+]+)")


def find(root: Path) -> list[str]:
    """Lines that are no pin, and direct dependencies that the lock lacks or pins outside their range."""
    lines = _lines(root / "requirements.lock")
    pins = {canonicalize_name(m[1]): m[2] for line in lines if (m := PIN.fullmatch(line))}
    if not pins:
        return ["requirements.lock: nothing is pinned"]
    odd = [f"requirements.lock: {line} is no name==version" for line in lines if not PIN.fullmatch(line)]
    return odd + [
        f"requirements.lock: {need} is not met by {pin}: run make lock"
        for need in _needs(root / "pyproject.toml")
        if not (pin := pins.get(canonicalize_name(need.name))) or pin not in need.specifier
    ]


def _lines(lock: Path) -> list[str]:
    return [line for line in lock.read_text("utf-8").splitlines() if line.strip()] if lock.is_file() else []


def _needs(pyproject: Path) -> list[Requirement]:
    project = tomllib.loads(pyproject.read_text("utf-8"))["project"]
    extras = [text for group in project.get("optional-dependencies", {}).values() for text in group]
    return [Requirement(text) for text in project["dependencies"] + extras]
