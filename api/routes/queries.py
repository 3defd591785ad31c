"""/v1/queries: the stored queries, made from their headers."""

from fastapi import APIRouter, Request, Response

from api import deps
from kg.core.errors import NotFound
from kg.queries.describe import listing
from kg.queries.plain import plain
from kg.queries.run import run
from kg.wording import lists

router = APIRouter(prefix="/v1/queries", tags=["queries"])


@router.get("")
async def listed(request: Request) -> Response:
    """The stored queries with titles, parameters and columns."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "limit", "offset")
    body = lists.page(listing(graph.queries), voice, *deps.paging(given))
    return deps.answer(request, body, deps.etag(request, graph, None, voice))


@router.get("/{topic}/{name}")
def asked(request: Request, topic: str, name: str) -> Response:
    """Run one: its parameters are those of its header."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    query = graph.queries.get(f"{topic}/{name}")
    if query is None:
        raise NotFound("There is no stored query of that name.", reason="query", value=f"{topic}/{name}")
    names = [p.name for p in query.header.params]
    given = deps.parameters(request, "limit", "offset", *names)
    limit, offset = deps.paging(given)
    rows = list(plain(query, run(graph.store, query, {k: v for k, v in given.items() if k in names})))
    body = lists.page(rows, voice, limit, offset)
    return deps.answer(request, body, deps.etag(request, graph, None, voice))
