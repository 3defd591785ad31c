"""/v1/queries: the stored queries, made from their headers."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import deps, listing
from api.call import Call
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Row, StoredQuery
from api.schemas.responses import answers
from kg.core.errors import NotFound
from kg.queries.describe import listing as described

router = APIRouter(prefix="/v1/queries", tags=["queries"])
LIST = takes(*listing.PAGE)
Topic = Annotated[str, Path(description="The topic of a stored query.", examples=["sources"])]
Name = Annotated[str, Path(description="Its name within the topic.", examples=["instruments"])]


@router.get("", responses=answers(page_of(StoredQuery)), openapi_extra=LIST.documented)
async def list_queries(request: Request) -> Response:
    """The stored queries with titles, parameters and columns."""
    call = LIST.read(request)
    return call.page(described(call.graph.queries))


@router.get("/{topic}/{name}", responses=answers(page_of(Row), 404), openapi_extra=LIST.documented)
def run_query(request: Request, topic: Topic, name: Name) -> Response:
    """Run one: beside the parameters of every list it takes those of its header, as `/v1/queries` shows them."""
    graph = deps.graph(request)
    query = graph.queries.get(f"{topic}/{name}")
    if query is None:
        raise NotFound("There is no stored query of that name.", reason="query", value=f"{topic}/{name}")
    names = [p.name for p in query.header.params]
    given = deps.parameters(request, *listing.PAGE, *names)
    call = Call(request, graph, deps.voice(request, graph), given)
    return listing.of_rows(call, query, {k: v for k, v in given.items() if k in names})
