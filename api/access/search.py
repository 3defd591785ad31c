"""Who, what or which action is permitted (AuthZEN, "Search APIs"): evaluation, tried one by one.

A type or name that is unknown is no error here: nothing is found, and the answer's context says why.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from api.access import paging
from api.access.asked import Request, Thing, action, members, thing, understood
from api.access.members import Json, optional
from kg.core.errors import BadInput, UnknownName
from kg.decisions.permission import check
from kg.index.index import Index
from kg.model.decision import Outcome
from kg.wiring import Graph
from kg.wording.voice import Voice

UNKNOWN = frozenset({"/subject/type", "/subject/id", "/resource/type", "/resource/id", "/action/name"})
"""Where something unknown means that nothing is found."""


def search(what: str, graph: Graph, voice: Voice, body: Json) -> Json:
    """One page of the subjects, resources or actions that may: `what` says which.

    Raises `BadInput`, `AmbiguousName`, `TooLarge`; `UnknownName` for what a context names.
    """
    asked = Request(
        subject=thing(body, "", "subject", searched=what == "subject"),
        action=Thing("/action", "", "", {}) if what == "action" else action(body, ""),
        resource=thing(body, "", "resource", searched=what == "resource"),
        context=optional(body, "", "context", dict) or {},
    )
    part = paging.cut(body, graph.version, what)
    context: Json = {"notice": voice.say("access.search"), "kgVersion": graph.version}
    found: list[Json] = []
    try:
        found, context["ignored"] = _permitted(graph.index, CANDIDATES[what](graph.index, asked), what)
    except (UnknownName, BadInput) as error:
        if error.details.get("pointer") not in UNKNOWN:
            raise
        context["unknown"] = error.details["pointer"]
    page, results = paging.paged(found, part)
    return {"page": page, "context": context, "results": results}


def _permitted(index: Index, candidates: Iterator[Request], what: str) -> tuple[list[Json], list[str]]:
    """Those that may, and what was ignored in all of them."""
    found, ignored = [], None
    for candidate in candidates:
        read = understood(index, candidate)
        ignored = [p for p in read.ignored if ignored is None or p in ignored]
        if check(index, read.question).outcome is Outcome.PERMITTED:
            said: Thing = getattr(candidate, what)
            found.append({"type": said.type, "id": said.id} if said.type else {"name": said.id})
    return found, ignored or []


def _subjects(index: Index, asked: Request) -> Iterator[Request]:
    for ident in sorted(members(index.access.subjects, asked.subject)):
        yield replace(asked, subject=replace(asked.subject, id=ident))


def _resources(index: Index, asked: Request) -> Iterator[Request]:
    for ident in sorted(members(index.access.resources, asked.resource)):
        yield replace(asked, resource=replace(asked.resource, id=ident))


def _actions(index: Index, asked: Request) -> Iterator[Request]:
    for name in sorted(index.kinds.lists.get("action", ())):
        yield replace(asked, action=replace(asked.action, id=name))


CANDIDATES: Mapping[str, Callable[[Index, Request], Iterator[Request]]] = MappingProxyType(
    {"subject": _subjects, "resource": _resources, "action": _actions}
)
"""Everything of the sort that is searched for."""
