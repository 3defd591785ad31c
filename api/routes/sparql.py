"""/sparql: SPARQL 1.1 Protocol, read only (https://www.w3.org/TR/sparql11-protocol/), and what the endpoint is."""

import asyncio
import contextlib
from collections.abc import Coroutine
from ipaddress import IPv6Address, ip_address
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response
from starlette.requests import ClientDisconnect

from api import address, body, deps
from api.schemas.responses import problems
from api.schemas.sparql import QUERY, RESULTS
from kg.core.errors import BadInput, TooLarge, UnsupportedMedia
from kg.core.settings import Settings
from kg.publishing.describe import VOID
from kg.store.asking import LONGEST, Query, Results, ask
from kg.wiring import Current, limits
from kg.workers.pool import Pool

FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"
MOST_FIELDS = 64
NOT_ALL = "Rettvei-Cut"
"""The header of an answer that was cut: by what, and how much was given."""

ERRORS = problems(406, 429, 504)
SERVICE = Path(__file__).parents[1] / "descriptions" / "service.rq"
Fields = dict[str, list[bytes]]
Found = TypeVar("Found")

router = APIRouter(tags=["sparql"])


@router.get("/sparql", operation_id="sparqlGet", responses=RESULTS | ERRORS, openapi_extra=QUERY.get)
async def get(request: Request) -> Response:
    """Ask the graph in SPARQL 1.1; without a query, what the endpoint is (SPARQL 1.1 Service Description)."""
    fields = _fields(request.scope["query_string"])
    if "query" not in fields and "update" not in fields:
        return await _described(request, SERVICE, "sparql")
    return await _answered(request, _asked(request, fields))


@router.post("/sparql", operation_id="sparqlPost", responses=RESULTS | ERRORS, openapi_extra=QUERY.post)
async def post(request: Request) -> Response:
    """The same with the query in the body: as a form, or as it is."""
    sort = body.media_type(request)
    body.check_encoding(request)
    if sort == FORM:
        return await _answered(request, _asked(request, _fields(await body.read(request, 3 * LONGEST))))
    if sort == DIRECT:
        fields = _fields(request.scope["query_string"])
        if "query" in fields:
            raise BadInput("The query stands in the body, or in the address.", reason="twice", parameter="query")
        fields["query"] = [await body.read(request, LONGEST)]
        return await _answered(request, _asked(request, fields))
    raise UnsupportedMedia("The body is no query.", readable=[DIRECT, FORM])


@router.get("/.well-known/void", responses=RESULTS | ERRORS)
async def void(request: Request) -> Response:
    """What the dataset holds, as VoID has it."""
    return await _described(request, VOID, "")


def _fields(raw: bytes) -> Fields:
    """The fields of a form, their values as bytes: whether those are UTF-8 is seen where they are read."""
    try:
        pairs = parse_qsl(raw.decode("latin-1"), keep_blank_values=True, max_num_fields=MOST_FIELDS, encoding="latin-1")
    except ValueError:
        raise TooLarge("There are too many fields.", reason="fields", most=MOST_FIELDS) from None
    fields: Fields = {}
    for name, value in pairs:
        fields.setdefault(name, []).append(value.encode("latin-1"))
    return fields


def _asked(request: Request, fields: Fields) -> Query:
    """The query in the fields; those that other endpoints know and this one does not are passed over."""
    texts = fields.get("query", [])
    if not texts or "update" in fields:
        raise BadInput("There is no query.", reason="read-only" if "update" in fields else "missing", parameter="query")
    if len(texts) > 1:
        raise BadInput("One query at a time.", reason="twice", parameter="query")
    default, named = (_iris(fields, f"{which}-graph-uri") for which in ("default", "named"))
    return Query(texts[0], request.headers.get("accept", ""), f"{address.own(request)}/sparql", default, named)


def _iris(fields: Fields, name: str) -> list[str]:
    return [value.decode("utf-8", "replace") for value in fields.get(name, [])]


async def _described(request: Request, file: Path, path: str) -> Response:
    text = file.read_bytes()
    return await _answered(request, Query(text, request.headers.get("accept", ""), f"{address.own(request)}/{path}"))


async def _answered(request: Request, query: Query) -> Response:
    graph = deps.graph(request)
    graph.need_store()
    current: Current = request.app.state.current
    pool: Pool = request.app.state.strangers
    pool.turn_to(current.location())
    most = limits(_settings(request))
    results: Results = await _unless_gone(request, ask(pool, query, most, _client(request)))
    # a new version may have come while the query waited: what is said is that of the worker that answered
    latest = current.found or graph
    headers = {"KG-Version": latest.version if results.location == latest.location else graph.version}
    if results.cut:
        headers[NOT_ALL] = f"{results.cut}; limit={getattr(most, results.cut)}"
    return Response(results.body, media_type=results.media, headers=headers)


async def _unless_gone(request: Request, work: Coroutine[Any, Any, Found]) -> Found:
    """What the work gives; it ends with its connection. Raises `ClientDisconnect`.

    A client that has only ended its own side may still read, and is waited for.
    """
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientDisconnect
        return task.result()
    finally:
        task.cancel()
        gone.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _client(request: Request) -> str:
    """Who asks, as far as places are shared: one address, or one network of IPv6, whose addresses cost nothing."""
    host = request.client.host if request.client else ""
    with contextlib.suppress(ValueError):
        address = ip_address(host)
        if isinstance(address, IPv6Address):
            return str(address.ipv4_mapped or int(address) >> 64)
    return host


def _settings(request: Request) -> Settings:
    current: Current = request.app.state.current
    return current.settings
