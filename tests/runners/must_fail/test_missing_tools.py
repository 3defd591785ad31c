"""A missing tool skips a test on a laptop and fails it in CI; a warning is an error."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

NEEDS_JAVA = "import pytest\n@pytest.mark.java\ndef test_reasoner():\n    pass\n"
SAYS_SO = "import pytest\ndef test_reasoner():\n    pytest.skip('no Java runtime here')\n"
OTHER = "import pytest\ndef test_facts():\n    pytest.skip('the shared facts are not here')\n"
WARNS = "import warnings\ndef test_old():\n    warnings.warn('going away', DeprecationWarning)\n"


def run(root: Path, test: str, **env: str) -> str:
    """The last line of pytest on one test file, with our settings and without any tool on the path."""
    shutil.copy(ROOT / "pyproject.toml", root)
    (root / "tests").mkdir()
    shutil.copy(ROOT / "tests/conftest.py", root / "tests")
    (root / "tests/test_it.py").write_text(test, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests"]
    bare = {k: v for k, v in os.environ.items() if k not in ("CI", "PYTEST_ADDOPTS")} | {"PATH": ""} | env
    done = subprocess.run(command, cwd=root, env=bare, capture_output=True, text=True, check=False)
    return done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize("test", [NEEDS_JAVA, SAYS_SO])
def test_a_missing_tool(test: str, tmp_path: Path) -> None:
    assert run(tmp_path, test).startswith("1 skipped")


@pytest.mark.parametrize("test", [NEEDS_JAVA, SAYS_SO])
def test_a_missing_tool_in_ci(test: str, tmp_path: Path) -> None:
    assert run(tmp_path, test, CI="true").startswith(("1 failed", "1 error"))


def test_another_reason_is_a_skip_in_ci_too(tmp_path: Path) -> None:
    assert run(tmp_path, OTHER, CI="true").startswith("1 skipped")


def test_a_warning_is_an_error(tmp_path: Path) -> None:
    assert run(tmp_path, WARNS).startswith("1 failed")
