"""/queries: each stored query as its header describes it, and a form that runs it. Plain GETs, so links reproduce."""

import shlex
from itertools import islice
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from api import deps, errors
from api.ui import frame
from kg.core.errors import NotFound, RettveiError
from kg.queries.binding import bind
from kg.queries.plain import plain
from kg.queries.registry import StoredQuery
from kg.queries.run import run
from kg.store.port import Rows
from kg.wiring import Graph
from kg.wording.voice import Voice

router = APIRouter(include_in_schema=False)
ROWS = (20, 100, 500)
"""How many rows the form offers to show."""


@router.get("/queries")
async def queries(request: Request) -> Response:
    """All of them, by topic."""
    graph = deps.graph(request)
    voice = frame.voice(request, graph)
    topics: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(graph.queries):
        title = graph.queries[name].header.titles[voice.words.spoken]
        topics.setdefault(name.partition("/")[0], []).append((name, title))
    return frame.page("queries.html", request, graph, voice, topics=topics)


@router.get("/queries/{topic}/{name}")
def query(request: Request, topic: str, name: str) -> Response:
    """What one asks, takes and gives, its text, how it is called, and its rows where `limit` was given."""
    graph = deps.graph(request)
    voice = frame.voice(request, graph)
    found = graph.queries.get(f"{topic}/{name}")
    if found is None:
        error = NotFound("There is no stored query of that name.", reason="query", value=f"{topic}/{name}")
        return frame.page("problem.html", request, graph, voice, 404, problem=frame.problem(error, voice))
    shown: dict[str, Any] = {"result": None, "problem": None, "text": found.text, "examples": _examples(found, {})}
    status = 200
    try:
        given = deps.parameters(request, "limit", *(p.name for p in found.header.params))
        limit, _ = deps.paging(given)
        values = {k: v for k, v in given.items() if k not in {"limit", "lang"}}
        if "limit" in given:
            shown |= {"text": bind(found, values), "examples": _examples(found, values)}
            shown["result"] = _result(graph, found, values, limit)
    except RettveiError as error:
        status, shown["problem"] = errors.STATUS[type(error)], frame.problem(error, voice)
    return frame.page("query.html", request, graph, voice, status, **_described(request, found, voice), **shown)


def _described(request: Request, found: StoredQuery, voice: Voice) -> dict[str, Any]:
    """What the header says, in the reader's language, with what stands in the form."""
    spoken, header = voice.words.spoken, found.header
    asked, own = request.query_params, {"language": spoken}
    return {
        "query": found.name,
        "title": header.titles[spoken],
        "params": [(p, p.descriptions[spoken], asked.get(p.name, own.get(p.type, ""))) for p in header.params],
        "columns": [(c, c.descriptions[spoken]) for c in header.columns],
        "rows": ROWS,
        "chosen": asked.get("limit", ""),
    }


def _result(graph: Graph, found: StoredQuery, values: dict[str, str], limit: int) -> dict[str, Any]:
    """The first rows, and how many there are."""
    graph.need_store()
    columns, every = run(graph.store, found, values)
    rows = list(every)
    items = plain(found, Rows(columns, iter(list(islice(rows, limit)))))
    return {"columns": columns, "items": [list(item.values()) for item in items], "total": len(rows)}


def _examples(found: StoredQuery, values: dict[str, str]) -> dict[str, str]:
    """How it is called on the command line, over HTTP, and as SPARQL; what has to be given stands there by its type."""
    given = {p.name: values.get(p.name, p.type.upper()) for p in found.header.params if p.required or p.name in values}
    words = [shlex.quote(f"{name}={value}") for name, value in given.items()]
    return {
        "command": " ".join(["rettvei query", found.name, *words]),
        "http": f"/v1/queries/{found.name}" + (f"?{urlencode(given)}" if given else ""),
        "sparql": f"rettvei sparql {found.file}",
    }
