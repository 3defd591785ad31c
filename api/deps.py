"""What a request says: its graph, its reader's language, its parameters, strictly read."""

from collections.abc import Mapping, Sequence

from fastapi import Request

from api.language import accepted
from kg.core import media
from kg.core.errors import BadInput, NotAcceptable
from kg.index.labels import Labels
from kg.index.resolve import resolve, today
from kg.index.resolve_task import resolve_task
from kg.model.question import Asked, Question
from kg.wiring import Current, Graph
from kg.wording.voice import Voice, choose
from kg.wording.words import LANGUAGES, Words, load

FACETS = ("action", "service", "setting", "group", "urgency", "stage", "place", "on", "basis")
TASK_FACETS = ("stage", "actor", "service", "setting", "group", "urgency", "place", "on", "basis", "holds")
"""What a question about a task or a stage may be narrowed by."""

MOST_ITEMS = 500
MOST_OFFSET = 1_000_000


def graph(request: Request) -> Graph:
    """The graph that answers this request; one request sees one version. Raises `StoreUnavailable` without one."""
    found: Graph | None = request.state.graph
    current: Current = request.app.state.current
    return found or current.graph()


def parameters(request: Request, *known: str) -> dict[str, str]:
    """The query parameters, each known and given once; empty ones count as not given. Raises `BadInput`.

    `holds` may be repeated and is read apart; `lang` is always known.
    """
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in known and name != "lang":
            raise BadInput("There is no such parameter here.", reason="unknown-parameter", parameter=name)
        if name in given and name != "holds":
            raise BadInput("A parameter is given once.", reason="twice", parameter=name)
        given[name] = value.strip()
    return {name: value for name, value in given.items() if value}


def voice(request: Request, found: Graph) -> Voice:
    """The reader's language: `lang`, then Accept-Language, then bokmål. Raises `BadInput`."""
    asked = request.query_params.get("lang")
    return choose(found.voices, asked) if asked else found.voices[_language(request, found.voices)]


def reader(request: Request) -> Voice:
    """The reader's language as well as it can be told."""
    voices = graph(request).voices
    return voices[_language(request, voices)]


def words(request: Request) -> tuple[Words, Labels | None]:
    """Words in that language, and the names of things where a graph is open: for errors, which must not fail."""
    found: Graph | None = request.state.graph
    if found is None:
        return load(_language(request, dict.fromkeys(LANGUAGES))), None
    return found.voices[_language(request, found.voices)].words, found.index.labels


def _language(request: Request, known: Mapping[str, object]) -> str:
    asked = request.query_params.get("lang", "")
    return asked if asked in known else accepted(request.headers.get("accept-language", ""), known)


def question(request: Request, found: Graph, given: Mapping[str, str]) -> Question:
    """The question in the parameters."""
    asked = Asked(
        referrer=given.get("referrer", ""),
        receiver=given.get("receiver", ""),
        holds=_held(request),
        **{f: given.get(f) for f in FACETS},
    )
    return resolve(found.index, asked, today())


def task(request: Request, found: Graph, given: Mapping[str, str], name: str) -> Question:
    """The question about a task or a stage in the parameters: `name` is what the task is called there."""
    facets = {f: given.get(f) for f in FACETS} | {"action": given.get(name)}
    asked = Asked(referrer=given.get("actor", ""), receiver="", holds=_held(request), **facets)
    return resolve_task(found.index, asked, today())


def _held(request: Request) -> tuple[str, ...]:
    return tuple(h for h in request.query_params.getlist("holds") if h.strip())


def media_type(request: Request, offered: Sequence[str]) -> str:
    """The one of these that the client likes best, the first where it does not say. Raises `NotAcceptable`.

    Browsers accept anything, and so are shown JSON where there is nothing else.
    """
    accept = request.headers.get("accept", "*/*")
    chosen = offered[0] if accept == "*/*" else media.choose(accept, offered)
    if chosen is None:
        raise NotAcceptable("The answer does not come in that format.", offered=list(offered))
    return chosen


def need(given: Mapping[str, str], *names: str) -> None:
    """Raises `BadInput` for a parameter that is not there."""
    for name in names:
        if name not in given:
            raise BadInput("A parameter is missing.", reason="missing", parameter=name)


def paging(given: Mapping[str, str]) -> tuple[int, int]:
    """Limit and offset. Raises `BadInput`."""
    return _number(given, "limit", 50, MOST_ITEMS), _number(given, "offset", 0, MOST_OFFSET)


def _number(given: Mapping[str, str], name: str, default: int, most: int) -> int:
    text = given.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 8 and int(text) <= most):
        message = f"A whole number from 0 to {most}."
        raise BadInput(message, reason="no-number", parameter=name, value=text, most=most)
    return int(text)
