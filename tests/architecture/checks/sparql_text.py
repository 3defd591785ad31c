"""SPARQL lives in .rq files. The binder is the one place in Python that may write some of it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture import tree

BINDER = "kg/queries/"
SPARQL = re.compile(
    r"""\b(select|construct|ask|describe|insert|delete)\b [^{}]* \{ [^{}]* [?$:<]   # a form and its pattern
      | \bprefix\s+[\w-]*:\s*<
      | \bvalues\s*(\(|\?\w)
      | \b(filter|optional|bind|graph|minus)\s*[({?<] [^)}]* [?$]\w""",
    re.IGNORECASE | re.VERBOSE,
)


def find(root: Path) -> list[str]:
    """String constants outside the binder that hold SPARQL. Docstrings may show some."""
    modules = list(tree.modules(root, "kg", "api"))
    if not modules:
        return ["no Python to check"]
    return [
        f"{name}:{line}: SPARQL in Python: put it in queries/"
        for name, module in modules
        if not name.startswith(BINDER)
        for line, text in _strings(module)
        if SPARQL.search(text)
    ]


def _strings(module: ast.Module) -> Iterator[tuple[int, str]]:
    nodes = list(ast.walk(module))
    prose = {id(n.value) for n in nodes if isinstance(n, ast.Expr)}
    parts = {id(v) for n in nodes if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in nodes:
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(v.value if isinstance(v, ast.Constant) else "?x" for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose | parts:
            yield node.lineno, node.value
