"""/v1/referrals: check, who, where, routes, matrix."""

from fastapi import APIRouter, Request, Response

from api import deps
from kg.core.errors import BadInput
from kg.decisions import conflicts as problems
from kg.decisions import routes as ways
from kg.decisions import search
from kg.decisions.beside import explain
from kg.decisions.diff import diff as differ
from kg.decisions.permission import check as decide
from kg.model.decision import Conflict, Dead
from kg.wording import identity, lists
from kg.wording import routes as words
from kg.wording.answer import render

router = APIRouter(prefix="/v1/referrals", tags=["referrals"])


@router.get("/check")
async def check(request: Request) -> Response:
    """May this referrer refer to this receiver? A decision with its reasons and the way round."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "referrer", "receiver", "holds", "decision", *deps.FACETS)
    if "decision" in given:
        version, asked = identity.read(given["decision"], graph.index)
    else:
        deps.need(given, "referrer", "receiver")
        version, asked = graph.version, deps.question(request, graph, given)
    body = render(explain(graph.index, decide(graph.index, asked)), voice)
    if version != graph.version:
        body["askedOfVersion"] = version
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))


@router.get("/who")
async def who(request: Request) -> Response:
    """Who may refer to this receiver?"""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "receiver", "holds", "all", "limit", "offset", *deps.FACETS)
    deps.need(given, "receiver")
    asked = deps.question(request, graph, given)
    items = lists.who(search.who(graph.index, asked), voice, every=_every(given))
    body = lists.page(items, voice, *deps.paging(given))
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))


@router.get("/where")
async def where(request: Request) -> Response:
    """To whom may this referrer refer?"""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "referrer", "holds", "all", "limit", "offset", *deps.FACETS)
    deps.need(given, "referrer")
    asked = deps.question(request, graph, given)
    items = lists.where(search.where(graph.index, asked), voice, every=_every(given))
    body = lists.page(items, voice, *deps.paging(given))
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))


@router.get("/routes")
async def routes(request: Request) -> Response:
    """Ways from a referrer to a receiver through somebody who may refer."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "referrer", "receiver", "holds", "limit", "offset", *deps.FACETS)
    deps.need(given, "referrer", "receiver")
    asked = deps.question(request, graph, given)
    items = [words.shown(r, voice) for r in ways.routes(graph.index, asked)]
    body = lists.page(items, voice, *deps.paging(given))
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))


@router.get("/matrix")
def matrix(request: Request) -> Response:
    """Every referrer against every receiver."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    asked = deps.question(request, graph, deps.parameters(request, "holds", *deps.FACETS))
    body = lists.matrix(search.matrix(graph.index, asked), voice)
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))


@router.get("/diff")
def diff(request: Request) -> Response:
    """Where two days, places or sets of sources are answered differently, and why."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    sides = ("from", "to", "against", "againstBasis")
    given = deps.parameters(request, "place", "basis", "limit", "offset", *sides)
    before = deps.question(request, graph, _side(given.get("from"), given.get("place"), given.get("basis")))
    after_basis = given.get("againstBasis", given.get("basis"))
    after_place = given.get("against", given.get("place"))
    after = deps.question(request, graph, _side(given.get("to"), after_place, after_basis))
    items = lists.differences(differ(graph.index, before, after), voice)
    body = lists.page(items, voice, *deps.paging(given))
    return deps.answer(request, body, deps.etag(request, graph, after, voice))


@router.get("/conflicts")
def conflicts(request: Request) -> Response:
    """Norms that collide, norms that can never decide anything, units nobody can refer to: each with a witness."""
    graph = deps.graph(request)
    voice = deps.voice(request, graph)
    given = deps.parameters(request, "on", "limit", "offset")
    asked = deps.question(request, graph, given)
    found: tuple[Conflict | Dead, ...] = (
        *problems.conflicts(graph.index, asked.on),
        *problems.dead_norms(graph.index, asked.on),
        *problems.unreachable(graph.index, asked),
    )
    body = lists.page(lists.report(found, voice), voice, *deps.paging(given))
    return deps.answer(request, body, deps.etag(request, graph, asked, voice))


def _side(on: str | None, place: str | None, basis: str | None) -> dict[str, str]:
    """The facets of one side of a comparison."""
    found = {"on": on, "place": place, "basis": basis}
    return {k: v for k, v in found.items() if v}


def _every(given: dict[str, str]) -> bool:
    text = given.get("all", "false").lower()
    if text not in {"true", "false"}:
        raise BadInput("True or false.", reason="no-truth", parameter="all", value=text)
    return text == "true"
