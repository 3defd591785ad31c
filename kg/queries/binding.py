"""Values into a stored query: the one VALUES row is replaced, nothing else is touched."""

from collections.abc import Mapping

from kg.core.errors import BadInput
from kg.queries.registry import StoredQuery
from kg.queries.types import term


def bind(query: StoredQuery, params: Mapping[str, str]) -> str:
    """The text of the query with the given values in its VALUES row, on as many lines as before.

    A parameter that is not given stays UNDEF. Raises `BadInput` for an unknown parameter, a required one that is
    missing, and a value of the wrong type.
    """
    known = {param.name: param for param in query.header.params}
    for name in params:
        if name not in known:
            takes = ", ".join(known) or "no parameters"
            message = f"{query.name} has no parameter {name!r}; it takes {takes}."
            raise BadInput(message, reason="unknown-parameter", parameter=name)
    for param in known.values():
        if param.required and param.name not in params:
            message = f"{query.name} needs the parameter {param.name} ({param.type}): {param.descriptions['en']}."
            raise BadInput(message, reason="missing", parameter=param.name, expected=param.type)
    slot = query.slot
    if slot is None or not params:
        return query.text
    terms = [term(name, known[name].type, params[name]) if name in params else "UNDEF" for name in slot.names]
    lines = "\n" * query.text.count("\n", slot.start, slot.end)
    row = f"VALUES ({' '.join(f'?{name}' for name in slot.names)}) {{ ({' '.join(terms)}) }}{lines}"
    return query.text[: slot.start] + row + query.text[slot.end :]
