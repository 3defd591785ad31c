"""/ asks and answers; /who/{receiver} is a sheet for the wall. Both are plain GETs, so a link reproduces an answer."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from api import deps, errors
from api.metrics import decided
from api.ui import frame
from kg.core.errors import AmbiguousName, RettveiError, UnknownName
from kg.decisions import search
from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.index.names import fold
from kg.wiring import Graph
from kg.wording import lists
from kg.wording.answer import render
from kg.wording.text import as_text
from kg.wording.voice import Voice

router = APIRouter(include_in_schema=False)
STATIC = Path(__file__).parent / "static"
FIELDS = ("referrer", "receiver", "place", "group", "service", "on")
STARTS = ("dps", "tsb", "detox-unit", "lar", "bup")
"""The receivers that the page offers at once."""


@router.get("/")
async def ask(request: Request) -> Response:
    """The form, and the answer when it was filled in."""
    graph = deps.graph(request)
    voice = frame.voice(request, graph)
    shown: dict[str, Any] = {"answer": None, "problem": None, "text": "", "link": ""}
    status = 200
    try:
        given = deps.parameters(request, "holds", *deps.FACETS, "referrer", "receiver")
        if "referrer" in given and "receiver" in given:
            asked = deps.question(request, graph, given)
            decision = check(graph.index, asked)
            decided(request, (decision.outcome,))
            shown["answer"] = render(explain(graph.index, decision), voice)
            shown["text"] = as_text(shown["answer"], voice)
            shown["link"] = "/?" + urlencode(
                [*frame.others(request, "on"), ("on", asked.on.isoformat()), ("lang", voice.language)]
            )
    except RettveiError as error:
        status, shown["problem"] = errors.STATUS[type(error)], _problem(request, error, voice)
    return _page("ask.html", request, graph, voice, status, **shown)


@router.get("/who/{receiver}")
async def wall(request: Request, receiver: str) -> Response:
    """Who may refer to a receiver, on one sheet; what was not understood is said on the page, as at /."""
    graph = deps.graph(request)
    voice = frame.voice(request, graph)
    try:
        given = deps.parameters(request, *deps.FACETS) | {"receiver": receiver}
        asked = deps.question(request, graph, given)
    except RettveiError as error:
        problem = _problem(request, error, voice)
        return _page("problem.html", request, graph, voice, errors.STATUS[type(error)], problem=problem)
    items = lists.who(search.who(graph.index, asked), voice)
    place = None if "place" in asked.assumed else voice.label("place", asked.place)
    title = voice.say("page.wall-title", receiver=voice.label("kind", asked.receiver))
    scope = "for-place" if place else "for-country"
    said = voice.say(f"page.{scope}", place=place or "", date=voice.day(asked.on))
    return _page("wall.html", request, graph, voice, 200, items=items, title=title, scope=said)


def templates() -> Environment:
    """The templates, everything escaped, a missing value an error."""
    folder = FileSystemLoader(Path(__file__).parent / "templates")
    return Environment(loader=folder, autoescape=True, undefined=StrictUndefined)


def _page(name: str, request: Request, graph: Graph, voice: Voice, status: int, **shown: Any) -> Response:
    return frame.page(
        name,
        request,
        graph,
        voice,
        status,
        given={f: _written(request.query_params.get(f, ""), f, voice) for f in FIELDS},
        starts=[(s, voice.say(f"page.start-{s}")) for s in STARTS if s in graph.index.kinds.up],
        names=_names(graph, voice),
        **shown,
    )


def _written(value: str, field: str, voice: Voice) -> str:
    """What stands in a field: the name, where an id was given."""
    collection = {"place": "place", "group": "group"}.get(field, "kind")
    return voice.label(collection, value) if (collection, value) in voice.index.labels.preferred else value


def _names(graph: Graph, voice: Voice) -> dict[str, list[tuple[str, str]]]:
    """Suggestions by field: what may be typed, and what it stands for when it is another name, such as DPS."""
    kinds = graph.index.kinds
    receiving = kinds.units | kinds.services
    return {
        "referrer": _called(kinds.roles | kinds.units, voice),
        "receiver": _called({*search.receivers(graph.index, "refer"), *kinds.provides} & receiving, voice),
        "group": sorted({(voice.label("group", g), "") for g in kinds.groups}),
        "service": _called(kinds.services, voice),
        "place": [(town, "") for town in frame.towns(voice)],
    }


def _called(ids: Iterable[str], voice: Voice) -> list[tuple[str, str]]:
    """What kinds are called in the reader's language, and every other name that people use for them."""
    found = {(voice.label("kind", k), "") for k in ids}
    preferred = {name for name, _ in found}
    others = {(o, voice.label("kind", k)) for k in ids for o in voice.index.labels.others.get(("kind", k), ())}
    return sorted(found | {(o, name) for o, name in others if o not in preferred}, key=lambda option: fold(option[0]))


def _problem(request: Request, error: RettveiError, voice: Voice) -> dict[str, Any]:
    """What was not understood, and what may have been meant: each with the link that asks so."""
    if not isinstance(error, UnknownName | AmbiguousName):
        return frame.problem(error, voice)
    parameter = str(error.details["parameter"])
    ids = error.details.get("closest") or error.details.get("choices") or []
    assert isinstance(ids, list)
    collection = {"place": "place", "group": "group"}.get(parameter, "kind")
    names = [voice.label(collection, i) for i in ids]
    shown = [n if names.count(n) == 1 else _told_apart(n, i, voice) for n, i in zip(names, ids, strict=True)]
    links = [_instead(request, parameter, i) for i in ids]
    said = voice.say(f"problem.{error.code}")
    return {"message": f"{said}: «{error.details['value']}».", "choices": list(zip(shown, links, strict=True))}


def _told_apart(name: str, ident: str, voice: Voice) -> str:
    """A name that several bear, with the smallest area that its place lies in, else with its id."""
    places = voice.index.places
    areas = {r.place for r in places.reaches.get(ident, ()) if places.sort[r.place] == "CatchmentArea"}
    smallest = max(sorted(areas), key=lambda a: len(places.above.get(a, ())), default=None)
    return f"{name} ({voice.label('place', smallest) if smallest else ident})"


def _instead(request: Request, parameter: str, ident: str) -> str:
    """The same question with another value of one parameter."""
    kept = [(k, v) for k, v in request.query_params.multi_items() if k != parameter]
    if parameter in request.path_params:
        return f"/who/{ident}?" + urlencode(kept)
    return f"{request.url.path}?" + urlencode([*kept, (parameter, ident)])
