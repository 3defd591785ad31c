"""What belongs together stands together: a verb or route and its tests, a query and its cases, a table and its meaning.

Other modules are tested as a room, through the door that others use. The queries of `index/` have no cases of their
own: tests/index runs them all and compares what they give with one query over the graph.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree

DOORS = ("kg/cli/", "api/routes/")
VALUES = "kg/model"  # values without behaviour: tested where they are made


def find(root: Path) -> list[str]:
    """Verbs, routes, rooms, queries and tables without their pair, and pairs left behind by what they belonged to."""
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
        is_door = name.startswith(DOORS) and name.endswith(".py") and not name.endswith("__init__.py")
        if is_door and test_of(name) not in names:
            yield f"{name}: has no {test_of(name)}"
    for room in sorted({n.rpartition("/")[0] for n in names if re.fullmatch(r"(kg|api)/[^/]+/\w+\.py", n)}):
        tests = test_of(f"{room}/x.py").rpartition("/")[0]
        if (
            room != VALUES
            and not f"{room}/".startswith(DOORS)
            and not any(n.startswith(f"{tests}/test_") for n in names)
        ):
            yield f"{room}: has no tests in {tests}"


def _siblings(names: set[str]) -> Iterator[str]:
    for name in sorted(names):
        for ending, other, inside in (
            (".rq", ".cases.yaml", "queries/"),
            (".cases.yaml", ".rq", "queries/"),
            (".csv", ".rq", "ontology/"),
        ):
            if name.startswith(inside) and name.endswith(ending):
                pair = name.removesuffix(ending) + other
                if pair not in names and not name.startswith("queries/index/"):
                    yield f"{name}: has no {pair}"
