"""/om: who stands behind Rettvei, what it is not, how to report an error, and what has been read when."""

from collections.abc import Iterable, Set
from datetime import date
from typing import Any

from fastapi import APIRouter, Request, Response

from api import deps
from api.ui import frame
from kg.core import logs
from kg.core.errors import RettveiError
from kg.index.names import fold
from kg.queries.plain import plain
from kg.queries.run import run
from kg.wiring import Current, Graph
from kg.wording.voice import Voice

Json = dict[str, Any]

router = APIRouter(include_in_schema=False)
ORDER = ("act", "regulation", "guideline", "pathway", "hospital-list", "agreement", "local-page", "")
"""Sorts of text in the order in which they are shown, others before the last: studies, which have no sort."""

LAW = ("act", "regulation")
SEASONS = ("winter", "spring", "summer", "autumn")


@router.get("/om")
def about(request: Request) -> Response:
    """The page. Where the store cannot be asked just now, it says so in place of the list."""
    graph = deps.graph(request)
    voice = frame.voice(request, graph)
    current: Current = request.app.state.current
    try:
        texts = _texts(graph, voice)
    except RettveiError as error:
        logs.event("warning", "texts cannot be listed", code=error.code)
        texts = []
    contact = current.settings.contact
    sorts, grades = _sorts(texts, voice), _grades(texts, voice)
    return frame.page("about.html", request, graph, voice, sorts=sorts, grades=grades, contact=contact)


def _texts(graph: Graph, voice: Voice) -> list[Json]:
    """Each text and study once, with the grades of what rests on it."""
    query, data_sets = graph.queries["sources/readings"], set(graph.index.sources.law_checked.values())
    found: dict[str, Json] = {}
    for row in plain(query, run(graph.store, query, {"language": voice.words.spoken})):
        text = found.setdefault(str(row["source"]), _text(row, data_sets, voice))
        if row["grade"] and row["norms"]:
            text["grades"][str(row["grade"])] = row["norms"]
    return list(found.values())


def _text(row: Json, data_sets: Set[date], voice: Voice) -> Json:
    url = str(row["url"] or "")
    return {
        "kind": row["kind"] or "",
        "name": row["name"] or row["identifier"] or str(row["source"]).rpartition("/")[2],
        "identifier": row["identifier"],
        "url": url if url.startswith(("https://", "http://")) else "",
        "read": _read(row["kind"], row["read"], data_sets, voice),
        "until": _day(row["to"], voice),
        "year": row["year"],
        "grades": {},
    }


def _grades(texts: Iterable[Json], voice: Voice) -> list[tuple[str, str]]:
    """The grades that occur, with their names, the best first."""
    return [(grade, voice.label("assurance", grade)) for grade in sorted({g for t in texts for g in t["grades"]})]


def _sorts(texts: Iterable[Json], voice: Voice) -> list[tuple[str, list[Json]]]:
    """The texts under the name of their sort, by name."""
    by_sort: dict[str, list[Json]] = {}
    for text in sorted(texts, key=lambda t: fold(t["name"])):
        by_sort.setdefault(text["kind"], []).append(text)
    placed = {kind: place for place, kind in enumerate(ORDER)}
    order = sorted(by_sort, key=lambda kind: (placed.get(kind, len(ORDER) - 1.5), kind))
    return [(voice.label("source-kind", k) if k else voice.say("about.study"), by_sort[k]) for k in order]


def _read(kind: Any, value: Any, data_sets: Set[date], voice: Voice) -> str:
    """The day of an act in a data set is that of the set; of the rest no more than the season is known."""
    if not value:
        return ""
    if kind in LAW and date.fromisoformat(str(value)[:10]) in data_sets:
        return voice.say("about.as-it-stood", date=_day(value, voice))
    year, month = str(value).split("-")[:2]
    return voice.say(f"about.season-{SEASONS[int(month) % 12 // 3]}", year=year)


def _day(value: Any, voice: Voice) -> str:
    return voice.day(date.fromisoformat(str(value)[:10])) if value else ""
