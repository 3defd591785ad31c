"""/v1/actors, norms, places and the like: what the graph holds, paged."""

from fastapi import APIRouter, Request, Response

from api import deps
from kg.core.errors import NotFound
from kg.decisions.beside import coverage as read_for
from kg.index.index import Index
from kg.index.resolve import parse_day, today
from kg.wording import answer, lists, norms

router = APIRouter(prefix="/v1", tags=["lists"])


def _ids(index: Index, noun: str) -> tuple[str, list[str]]:
    """The collection of a noun, and the ids in it."""
    kinds = index.kinds
    named = sorted(i for c, i in index.labels.preferred if c == noun.removesuffix("s"))
    return {
        "actors": ("kind", sorted(kinds.roles | kinds.units)),
        "services": ("kind", sorted(kinds.services)),
        "places": ("place", sorted(index.places.sort)),
        "cases": ("place", sorted(p for p, sort in index.places.sort.items() if sort == "CasePlace")),
        "concepts": ("kind", sorted(kinds.up)),
    }.get(noun, (noun.removesuffix("s"), named))


async def _list(request: Request, noun: str) -> Response:
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "limit", "offset")
    collection, ids = _ids(graph.index, noun)
    limit, offset = deps.paging(given)
    items = [voice.ref(collection, i) for i in ids[offset : offset + limit]]
    body = lists.page(items, voice, limit, 0) | {"total": len(ids), "offset": offset}
    return deps.answer(request, body, deps.etag(request, graph, None, voice))


@router.get("/actors")
async def actors(request: Request) -> Response:
    """Roles and units."""
    return await _list(request, "actors")


@router.get("/services")
async def services(request: Request) -> Response:
    """Services."""
    return await _list(request, "services")


@router.get("/places")
async def places(request: Request) -> Response:
    """Municipalities, districts, areas, and the places of studies."""
    return await _list(request, "places")


@router.get("/instruments")
async def instruments(request: Request) -> Response:
    """Acts, regulations, guidelines, hospital lists."""
    return await _list(request, "instruments")


@router.get("/findings")
async def findings(request: Request) -> Response:
    """What studies say."""
    return await _list(request, "findings")


@router.get("/cases")
async def cases(request: Request) -> Response:
    """The places that studies describe."""
    return await _list(request, "cases")


@router.get("/timeline")
async def timeline(request: Request) -> Response:
    """Reforms, acts, amendments and renamings; the stored queries under `timeline/` give their days."""
    return await _list(request, "timeline")


@router.get("/concepts")
async def concepts(request: Request) -> Response:
    """All kinds."""
    return await _list(request, "concepts")


@router.get("/norms")
async def norm_list(request: Request) -> Response:
    """Norms, with everything that holds of them whoever asks; `on` picks the version that is cited."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "limit", "offset", "on")
    on = parse_day("on", given["on"]) if "on" in given else today()
    ids = sorted(graph.index.shelf.by_id)
    limit, offset = deps.paging(given)
    items = [norms.shown(graph.index.norm(i), on, voice) for i in ids[offset : offset + limit]]
    body = lists.page(items, voice, limit, 0) | {"total": len(ids), "offset": offset}
    return deps.answer(request, body, deps.etag(request, graph, None, voice))


@router.get("/norms/{norm_id}")
async def norm(request: Request, norm_id: str) -> Response:
    """One norm."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "on")
    on = parse_day("on", given["on"]) if "on" in given else today()
    if norm_id not in graph.index.shelf.by_id:
        raise NotFound("There is no norm of that id.", reason="norm", value=norm_id)
    body = norms.shown(graph.index.norm(norm_id), on, voice) | {"kgVersion": graph.version}
    return deps.answer(request, body, deps.etag(request, graph, None, voice))


@router.get("/coverage")
async def coverage(request: Request) -> Response:
    """What has been read for a place: law, hospital lists, agreements."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    asked = deps.question(request, graph, deps.parameters(request, "place", "on"))
    body = answer.coverage(read_for(graph.index, asked), voice)
    body |= {"place": voice.ref("place", asked.place), "kgVersion": graph.version}
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))
