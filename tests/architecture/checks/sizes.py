"""Files and functions stay small: the tail has a budget, and there is no list of exemptions."""

import ast
from pathlib import Path

from tests.architecture import tree

LINES = (".py", ".ttl", ".toml", ".yaml", ".yml", ".html", ".css", ".js")
FILE, FUNCTION, SHAPE, QUERY = 300, 40, 120, 60


def find(root: Path) -> list[str]:
    """Files and functions over their limit. Registers (.csv) are tables, not prose, and have none."""
    measured = tree.files(root, *LINES, ".rq")
    if not measured:
        return ["no file to measure"]
    long = [_file(tree.name(root, f), len(f.read_text("utf-8").splitlines())) for f in measured]
    return [line for line in long if line] + _functions(root)


def _file(name: str, lines: int) -> str | None:
    limit = QUERY if name.endswith(".rq") else SHAPE if name.startswith("ontology/shapes/") else FILE
    return f"{name}: {lines} lines, the limit is {limit}" if lines > limit else None


def _functions(root: Path) -> list[str]:
    return [
        f"{name}:{node.lineno}: {node.name} has {lines} lines, the limit is {FUNCTION}"
        for name, module in tree.modules(root)
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > FUNCTION
    ]
