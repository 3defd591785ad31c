"""Each check of the tree finds what is planted for it, finds nothing in a sound tree, and calls emptiness an error."""

import shutil
import tomllib
from pathlib import Path

import pytest

from tests.architecture.checks import rooms
from tests.architecture.test_checks import NAMES, check
from tests.architecture.tree import ROOT
from tests.runners.must_fail.planted import PLANTED, SOUND, Planted

OVER_FILES = sorted(set(NAMES) - {"rooms"})


def tree(root: Path, planted: Planted | None = None) -> Path:
    """A small sound tree, with what is planted."""
    texts = SOUND | ({planted.path: planted.text} if planted else {})
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def test_each_check_has_something_planted() -> None:
    assert {planted.check for planted in PLANTED} == set(OVER_FILES)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: f"{planted.check}: {planted.found}")
def test_planted(planted: Planted, tmp_path: Path) -> None:
    found = check(planted.check)(tree(tmp_path, planted))
    assert [planted.found in line for line in found] == [True]


@pytest.mark.parametrize("name", OVER_FILES)
def test_sound(name: str, tmp_path: Path) -> None:
    assert check(name)(tree(tmp_path)) == []


@pytest.mark.parametrize("name", NAMES)
def test_empty(name: str, tmp_path: Path) -> None:
    assert check(name)(tmp_path)


def test_every_import_contract_can_break(tmp_path: Path) -> None:
    for room in ("kg", "api"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__", "_text"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    config = tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    outside = [m for c in config["contracts"] for m in c.get("protected_modules", ())]
    (tmp_path / "kg/core/planted.py").write_text(f"import kg.model.norm, {', '.join(outside)}\n", "utf-8")
    (tmp_path / "kg/attic.py").write_text("", "utf-8")
    found = rooms.find(tmp_path)
    assert "kg.attic: stands in no layer of pyproject.toml" in found
    assert [f"{c['name']}: broken" for c in config["contracts"] if f"{c['name']}: broken" not in found] == []
