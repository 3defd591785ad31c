"""/hva-na: what must happen now? A plain GET, so that a link reproduces the answer."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from api import deps, errors
from api.ui import frame
from kg.core.errors import RettveiError
from kg.decisions.course import course
from kg.index.resolve_task import parse_time
from kg.wiring import Graph
from kg.wording import course as words
from kg.wording.voice import Voice

router = APIRouter(include_in_schema=False)
FIELDS = ("stage", "service", "place", "on", "at")
SERVICES = ("hospital-care", "mental-health-care", "tsb")
"""The services that the page offers; without one, the rules of all are shown."""


@router.get("/hva-na")
async def now(request: Request) -> Response:
    """The form, and the steps of the stage when one was chosen."""
    graph = deps.graph(request)
    voice = frame.voice(request, graph)
    shown: dict[str, Any] = {"answer": None, "problem": None, "text": "", "link": ""}
    status = 200
    try:
        given = deps.parameters(request, *FIELDS)
        if "stage" in given:
            shown |= _answer(request, graph, voice, given)
    except RettveiError as error:
        status = errors.STATUS[type(error)]
        shown["problem"] = frame.problem(error, voice)
    return frame.page("now.html", request, graph, voice, status, **_form(request, graph, voice), **shown)


def _answer(request: Request, graph: Graph, voice: Voice, given: dict[str, str]) -> dict[str, Any]:
    asked = deps.task(request, graph, given, "task")
    at = parse_time(graph.index, "at", given["at"], asked.place) if "at" in given else None
    (found,) = course(graph.index, asked, at)
    answer = words.stage(found, voice)
    kept = [*frame.others(request, "on"), ("on", asked.on.isoformat()), ("lang", voice.language)]
    place = None if "place" in asked.assumed else voice.label("place", asked.place)
    scope = voice.say("page.for-place" if place else "now.for-country", place=place or "", date=voice.day(asked.on))
    text = "\n".join([scope, *words.lines(answer)])
    return {"answer": answer, "scope": scope, "text": text, "link": "/hva-na?" + urlencode(kept)}


def _form(request: Request, graph: Graph, voice: Voice) -> dict[str, Any]:
    """What the form offers, and what was written in it."""
    index = graph.index
    return {
        "given": {f: request.query_params.get(f, "") for f in FIELDS},
        "stages": [voice.ref("stage", s) for s in index.pathway.stages if index.pathway.norms.get(s)],
        "services": [voice.ref("kind", s) for s in SERVICES if s in index.kinds.services],
        "towns": frame.towns(voice),
    }
