"""Ask a stored query of a store."""

from collections.abc import Mapping

from kg.core.errors import BadInput
from kg.queries.binding import bind
from kg.queries.registry import StoredQuery, malformed
from kg.store.port import Rows, Store


def run(store: Store, query: StoredQuery, params: Mapping[str, str]) -> Rows:
    """The rows that the query gives for these values, in the query's own order.

    Raises `BadInput` for values that do not fit, `QueryFileError` when the query itself is malformed.
    """
    text = bind(query, params)
    try:
        return store.select(text)
    except BadInput as error:
        raise malformed(query, error) from error
