"""What a stored query asks, takes and gives, as plain values: lists, commands and documentation come from here."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from kg.queries.registry import StoredQuery


def describe(query: StoredQuery) -> dict[str, Any]:
    """One query as JSON can hold it.

    `name` (`topic/question`), `topic`, `titles` by language, `params` (`name`, `type`, `required`, `descriptions` by
    language), `columns` (`name`, `type`, `descriptions`) and `tags`, in the order of the file.
    """
    header = query.header
    return {
        "name": query.name,
        "topic": query.name.partition("/")[0],
        "titles": dict(header.titles),
        "params": [asdict(param) for param in header.params],
        "columns": [asdict(column) for column in header.columns],
        "tags": list(header.tags),
    }


def listing(queries: Mapping[str, StoredQuery]) -> list[dict[str, Any]]:
    """All queries as `describe` gives them, in the order of their names."""
    return [describe(queries[name]) for name in sorted(queries)]
