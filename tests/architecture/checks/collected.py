"""Every test file is collected: pytest of itself passes over folders of certain names, `build` among them."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

from tests.architecture import tree

OF_PYTEST = ("*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}")
"""What pytest does not go into unless `norecursedirs` says otherwise."""


def find(root: Path) -> list[str]:
    """Test files that stand in a folder that pytest does not go into."""
    files = [tree.name(root, f) for f in tree.files(root, ".py", under=("tests",)) if f.name.startswith("test_")]
    if not files:
        return ["tests: there is nothing to collect"]
    passed_over = _passed_over(root / "pyproject.toml")
    return [f"{f}: is never run" for f in files if any(fnmatch(d, p) for d in f.split("/")[:-1] for p in passed_over)]


def _passed_over(config: Path) -> tuple[str, ...]:
    if not config.is_file():
        return OF_PYTEST
    options = tomllib.loads(config.read_text("utf-8")).get("tool", {}).get("pytest", {}).get("ini_options", {})
    return tuple(options.get("norecursedirs", OF_PYTEST))
