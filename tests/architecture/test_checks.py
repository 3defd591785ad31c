"""The tree keeps its own rules: one test for each check."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import checks
from tests.architecture.tree import ROOT

NAMES = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))


def check(name: str) -> Callable[[Path], list[str]]:
    """The `find` of a check."""
    found: Callable[[Path], list[str]] = importlib.import_module(f"{checks.__name__}.{name}").find
    return found


def test_there_are_checks() -> None:
    assert NAMES


@pytest.mark.parametrize("name", NAMES)
def test_holds(name: str) -> None:
    found = check(name)(ROOT)
    assert not found, "\n" + "\n".join(found)
