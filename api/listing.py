"""What the graph holds of one sort, as a page: out of the index by id, or by a stored query."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from fastapi import Response

from api import deps
from api.call import Call
from kg.core.iris import collection_of, local_id
from kg.queries.plain import plain
from kg.queries.registry import StoredQuery
from kg.queries.run import run
from kg.store.port import Rows

Item = TypeVar("Item")
Json = dict[str, Any]
PAGE = ("limit", "offset")


def of_ids(call: Call, collection: str, ids: Sequence[str], more: Callable[[str], Json]) -> Response:
    """A page of these ids with their names, and with `more` of each."""
    return of_shown(call, ids, lambda i: call.voice.ref(collection, i) | more(i))


def of_shown(call: Call, found: Sequence[Item], shown: Callable[[Item], Json]) -> Response:
    """A page of these as `shown` gives them: only what is on the page is made."""
    limit, offset = deps.paging(call.given)
    items = [shown(i) for i in found[offset : offset + limit]]
    version = call.graph.version
    return call.answer({"items": items, "total": len(found), "limit": limit, "offset": offset, "kgVersion": version})


def of_rows(call: Call, query: StoredQuery, params: Mapping[str, str]) -> Response:
    """A page of the rows of a stored query: only what is on the page is made plain.

    The page is read first: rows of the engine may not leave this thread, and an error would carry them to another.
    """
    limit, offset = deps.paging(call.given)
    columns, rows = run(call.graph.store, query, params)
    every = list(rows)
    items = list(plain(query, Rows(columns, iter(every[offset : offset + limit]))))
    version = call.graph.version
    return call.answer({"items": items, "total": len(every), "limit": limit, "offset": offset, "kgVersion": version})


def of_query(
    call: Call,
    name: str,
    key: str,
    label: str,
    several: Sequence[str] = (),
    keep: Callable[[Json], bool] = lambda _: True,
) -> Response:
    """A page of the rows of a stored query: `key` becomes the id, `label` gives way to the name in the index.

    Columns in `several` become lists. What the query takes is taken from the parameters; items that `keep` turns down
    are left out.
    """
    deps.paging(call.given)  # before the engine begins, as in `of_rows`
    query = call.graph.queries[name]
    taken = {p.name for p in query.header.params}
    given = {k: v for k, v in call.given.items() if k in taken}
    typed = next(c.type for c in query.header.columns if c.name == key)
    found: dict[str, Json] = {}
    for row in plain(query, run(call.graph.store, query, given | {"language": call.voice.words.spoken})):
        named, _ = str(row.pop(key)), row.pop(label)
        collection, ident = (collection_of(named), local_id(named)) if typed == "iri" else (typed, named)
        values = [(column, row.pop(column)) for column in several]
        item = found.setdefault(named, call.voice.ref(collection, ident) | row | {c: [] for c in several})
        for column, value in values:
            if value is not None and value not in item[column]:
                item[column].append(value)
    return call.page([item for item in found.values() if keep(item)])
