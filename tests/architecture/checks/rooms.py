"""The doors between rooms go one way: the import contracts of pyproject.toml hold, and name every room."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path


def find(root: Path) -> list[str]:
    """Contracts that are broken or cannot be checked, and rooms of `kg` that no contract names."""
    if not (root / "kg").is_dir():
        return ["kg: there are no rooms"]
    return _unnamed(root) + _broken(root)


def _unnamed(root: Path) -> list[str]:
    config = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(c["layers"] for c in config["contracts"] if c["type"] == "layers")
    named = {room.strip("() ") for layer in layers for room in layer.split("|")}
    rooms = {f"kg.{p.stem}" for p in (root / "kg").iterdir() if p.suffix == ".py" or any(p.glob("*.py"))}
    return [f"{room}: stands in no layer of pyproject.toml" for room in sorted(rooms - named - {"kg.__init__"})]


def _broken(root: Path) -> list[str]:
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    said = re.findall(r"^(.+) BROKEN", done.stdout, re.MULTILINE)
    detail = re.findall(r"^-?\s*(\S+ -> \S+ \(l\..*)$", done.stdout, re.MULTILINE)
    return [f"{contract}: broken" for contract in said] + detail or [done.stdout + done.stderr]
