"""What belongs together stands together: a module and its tests, a query and its cases, a table and its meaning."""

from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree


def find(root: Path) -> list[str]:
    """Modules, queries and tables without their pair, and pairs left behind by what they belonged to."""
    names = {tree.name(root, f) for f in tree.files(root)}
    found = [*_modules(names), *_siblings(names)]
    return found if any(n.startswith("kg/") for n in names) else ["kg: there is nothing to pair"]


def test_of(module: str) -> str:
    """Where the tests of a module stand: `kg/sources/tables.py` → `tests/sources/test_tables.py`."""
    room, _, file = module.rpartition("/")
    inside = room.removeprefix("kg").removeprefix("/")
    return "/".join(filter(None, ("tests", inside, f"test_{file.strip('_')}")))


def _modules(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        is_module = name.startswith(("kg/", "api/")) and name.endswith(".py") and not name.endswith("__init__.py")
        if is_module and test_of(name) not in names:
            yield f"{name}: has no {test_of(name)}"


def _siblings(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        for ending, other, inside in (
            (".rq", ".cases.yaml", "queries/"),
            (".cases.yaml", ".rq", "queries/"),
            (".csv", ".rq", "ontology/"),
        ):
            if name.startswith(inside) and name.endswith(ending):
                pair = name.removesuffix(ending) + other
                if pair not in names:
                    yield f"{name}: has no {pair}"
