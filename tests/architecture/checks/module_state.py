"""No module keeps something that can change: no stores, caches or settings between one call and the next."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree

CONTAINERS = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
MUTABLE = {
    *("list", "dict", "set", "bytearray", "defaultdict", "Counter", "deque", "OrderedDict", "ChainMap"),
    *("WeakKeyDictionary", "WeakValueDictionary", "Lock", "RLock", "ContextVar"),
    *("Graph", "Dataset", "World", "Store", "Environment", "Jinja2Templates", "FastAPI", "Settings"),
}
CACHES = {"cache", "lru_cache"}


def find(root: Path) -> list[str]:
    """Mutable values at the level of a module or a class, caches on functions, and `global`."""
    modules = list(tree.modules(root, "kg", "api"))
    if not modules:
        return ["no Python to check"]
    return [f"{name}:{line}: {what}" for name, module in modules for line, what in _state(module)]


def _state(module: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef):
            yield from (found for statement in node.body for found in _assigned(statement))
        elif isinstance(node, ast.Global):
            yield node.lineno, "a function changes a value of its module"
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            cached = [d for d in node.decorator_list if _name(d) in CACHES]
            yield from ((d.lineno, f"{node.name} keeps a cache in its module") for d in cached)


def _assigned(statement: ast.stmt) -> Iterator[tuple[int, str]]:
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        value = statement.value
        if isinstance(value, CONTAINERS) or (isinstance(value, ast.Call) and _name(value) in MUTABLE):
            yield statement.lineno, f"{ast.unparse(value)[:40]} can change: use a tuple, frozenset or MappingProxyType"


def _name(node: ast.expr | None) -> str:
    if isinstance(node, ast.Call):
        return _name(node.func)
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
