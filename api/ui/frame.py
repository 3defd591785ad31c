"""What stands around every page: the reader's language, the link to the other one, and the version."""

from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from kg.core.errors import RettveiError
from kg.wiring import Graph
from kg.wording.errors import explained
from kg.wording.voice import Voice


def voice(request: Request, graph: Graph) -> Voice:
    """The page never fails on a language: what is not known is bokmål."""
    asked = request.query_params.get("lang", "nb")
    return graph.voices.get(asked, graph.voices["nb"])


def page(name: str, request: Request, graph: Graph, said: Voice, status: int = 200, **shown: Any) -> Response:
    """A template with what it shows."""
    templates: Environment = request.app.state.templates
    other = "nb" if said.language == "en" else "en"
    html = templates.get_template(name).render(
        say=said.say,
        lang=said.language,
        other=request.url.path + "?" + urlencode([*others(request), ("lang", other)]),
        version=graph.version,
        **shown,
    )
    return HTMLResponse(html, status)


def problem(error: RettveiError, voice: Voice) -> dict[str, Any]:
    """What was not understood, where there is nothing to choose from."""
    return {"message": explained(error, voice.words, voice.index.labels).detail, "choices": []}


def towns(voice: Voice) -> list[str]:
    """The municipalities and districts of today by name."""
    places = voice.index.places
    there = (p for p, s in places.sort.items() if s in {"Municipality", "District"} and not places.dates[p][1])
    return sorted({voice.label("place", p) for p in there})


def others(request: Request, *but: str) -> list[tuple[str, str]]:
    """The parameters of the address, but for the language and those that are named."""
    return [(k, v) for k, v in request.query_params.multi_items() if k not in {"lang", *but}]
