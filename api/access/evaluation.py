"""Evaluation, one and many (AuthZEN, "Access Evaluation API" and "Access Evaluations API")."""

from collections.abc import Mapping
from types import MappingProxyType

from api.access.asked import Request, action, thing, understood
from api.access.members import Json, optional, pointer, typed
from api.errors import STATUS
from kg.core.errors import BadInput, RettveiError, TooLarge
from kg.decisions.permission import check
from kg.model.decision import Outcome
from kg.wiring import Graph
from kg.wording import access
from kg.wording.errors import explained
from kg.wording.voice import Voice

MOST = 100
"""Evaluations in one request."""

ENTITIES = ("subject", "action", "resource", "context")

STOPS: Mapping[str, bool | None] = MappingProxyType(
    {"execute_all": None, "deny_on_first_deny": False, "permit_on_first_permit": True}
)
"""The decision at which each semantic stops; the first semantic is the default."""


def evaluation(graph: Graph, voice: Voice, body: Json) -> Json:
    """The decision on one request. Raises `BadInput`, `UnknownName`, `AmbiguousName`, `TooLarge`."""
    return _decided(graph, voice, _request(body, dict.fromkeys(ENTITIES, "")))


def evaluations(graph: Graph, voice: Voice, body: Json) -> Json:
    """The decisions on many requests in their order, as far as the semantic goes; without any, that on the body itself.

    A mistake in one is told in its place, beside a decision that is false. Raises as `evaluation` for what is wrong
    with the whole: its defaults, its options, or more than `MOST` of them.
    """
    stop = STOPS[_semantic(body)]
    items = optional(body, "", "evaluations", list)
    if not items:
        return evaluation(graph, voice, body)
    if len(items) > MOST:
        message = f"No more than {MOST} evaluations at once."
        raise TooLarge(message, reason="evaluations", pointer="/evaluations", most=MOST)
    _check_defaults(body)
    decided: list[Json] = []
    for number, item in enumerate(items):
        decided.append(_one(graph, voice, body, item, pointer("/evaluations", number)))
        if decided[-1]["decision"] is stop:
            break
    return {"evaluations": decided}


def _one(graph: Graph, voice: Voice, body: Json, item: object, at: str) -> Json:
    """One of many: a default stands in whole for what it leaves out."""
    try:
        own = typed(item, at, dict)
        places = {name: at if name in own or name not in body else "" for name in ENTITIES}
        return _decided(graph, voice, _request({**body, **own}, places))
    except RettveiError as error:
        return {"decision": False, "context": {"error": _told(error, voice), "notice": voice.say("access.error")}}


def _request(said: Json, places: Mapping[str, str]) -> Request:
    """The request in a body; `places` tells where each of its parts came from."""
    return Request(
        subject=thing(said, places["subject"], "subject"),
        action=action(said, places["action"]),
        resource=thing(said, places["resource"], "resource"),
        context=optional(said, places["context"], "context", dict) or {},
        context_at=pointer(places["context"], "context"),
    )


def _decided(graph: Graph, voice: Voice, asked: Request) -> Json:
    read = understood(graph.index, asked)
    decision = check(graph.index, read.question)
    permitted = decision.outcome is Outcome.PERMITTED
    return {"decision": permitted, "context": access.context(decision, voice) | {"ignored": list(read.ignored)}}


def _check_defaults(body: Json) -> None:
    """Raises `BadInput` for a default that is there and cannot be read."""
    for name in ("subject", "resource"):
        if name in body:
            thing(body, "", name)
    if "action" in body:
        action(body, "")
    optional(body, "", "context", dict)


def _semantic(body: Json) -> str:
    options = optional(body, "", "options", dict) or {}
    default, *_ = STOPS
    found = optional(options, "/options", "evaluations_semantic", str) or default
    if found not in STOPS:
        at = "/options/evaluations_semantic"
        raise BadInput("There is no such semantic.", reason="no-semantic", pointer=at, value=found, known=list(STOPS))
    return found


def _told(error: RettveiError, voice: Voice) -> Json:
    """An error as a problem would say it (RFC 9457), in the place of a decision's context."""
    said = explained(error, voice.words, voice.index.labels)
    extra = {k: v for k, v in error.details.items() if v not in (None, [], "")}
    return {"status": STATUS[type(error)], "code": error.code, "message": f"{said.title}: {said.detail}"} | extra
