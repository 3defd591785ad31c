"""What stands around every page: the reader's language, the link to the other one, and the version."""

from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import HTMLResponse
from jinja2 import Environment

from kg.wiring import Graph
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


def others(request: Request, *but: str) -> list[tuple[str, str]]:
    """The parameters of the address, but for the language and those that are named."""
    return [(k, v) for k, v in request.query_params.multi_items() if k not in {"lang", *but}]
