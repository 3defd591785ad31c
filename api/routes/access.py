"""/access/v1: OpenID AuthZEN Authorization API 1.0, which tools for authorisation speak already.

https://openid.net/specs/authorization-api-1_0.html
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from api.access import evaluation, examples
from api.access.members import Json
from api.access.search import search
from api.body import json_object, media_type
from api.metrics import decided
from api.parameters import takes
from api.schemas import access as shapes
from api.schemas.responses import problems
from api.turns import in_turn
from kg.core.errors import BadInput
from kg.model.decision import Outcome
from kg.wiring import Graph
from kg.wording.voice import Voice

router = APIRouter(prefix="/access/v1", tags=["access"])
NOTHING = takes()
ERRORS = problems(404, 409)


def _gives(shape: Any) -> dict[int | str, dict[str, Any]]:
    return {200: {"model": shape, "description": "The answer."}} | ERRORS


def _sends(body: type[BaseModel], route: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{body.__name__}"}
    content = {"application/json": {"schema": schema, "examples": examples.shown()[route]}}
    return NOTHING.documented | {"requestBody": {"required": True, "content": content}}


@router.post(
    "/evaluation",
    responses=_gives(shapes.Evaluation),
    openapi_extra=_sends(shapes.EvaluationRequest, "evaluation"),
)
async def evaluate(request: Request) -> Response:
    """May this subject (the referrer) do this to this resource (the receiver)?

    `decision` is true for the outcome `permitted` alone. A client must show what `context` says, and must not stop a
    referral because `decision` is false. What false means, by `context.outcome`, and `context.notice` in words:

    - `prohibited`: a source says no, and `context.authority` which sort: `act`, `regulation` or `funding-rule` is law;
      `reported-rule` and `reported-practice` are told in a study, and no law was found that forbids it.
    - `unknown`: we know of no rule. It does not mean no.
    - `conditional`: it turns on conditions. Name those that hold in `context.holds`, by their ids in
      `context.conditions`, and ask again.
    - `contested`: the sources disagree.

    An id in `context.holds` that nobody knows is an error, as an unknown name is; a name under another type than its
    own is one at the type.
    """
    return _json(_written(partial(_decided, request, evaluation.evaluation), *await _read(request)))


@router.post(
    "/evaluations",
    responses=_gives(shapes.Evaluation | shapes.Evaluations),
    openapi_extra=_sends(shapes.EvaluationsRequest, "evaluations"),
)
async def evaluate_many(request: Request) -> Response:
    """Up to 100 evaluations at once, in order; without any, the one that the body itself asks for.

    What one leaves out, `subject`, `action`, `resource` and `context` of the request stand in for, each as a whole.
    A mistake in one is told in its own context, as `error`, beside `decision` false: that false says nothing of the
    referral. All other false are read as for one evaluation.
    """
    return await _in_turn(request, partial(_decided, request, evaluation.evaluations), *await _read(request))


@router.post(
    "/search/subject",
    responses=_gives(shapes.EntityResults),
    openapi_extra=_sends(shapes.SubjectSearchRequest, "subject"),
)
async def search_subjects(request: Request) -> Response:
    """Which subjects of a type may do this to this resource? Those alone for whom evaluation is true."""
    return await _searched(request, "subject")


@router.post(
    "/search/resource",
    responses=_gives(shapes.EntityResults),
    openapi_extra=_sends(shapes.ResourceSearchRequest, "resource"),
)
async def search_resources(request: Request) -> Response:
    """To which resources of a type may this subject do this? Those alone for which evaluation is true."""
    return await _searched(request, "resource")


@router.post(
    "/search/action",
    responses=_gives(shapes.ActionResults),
    openapi_extra=_sends(shapes.ActionSearchRequest, "action"),
)
async def search_actions(request: Request) -> Response:
    """Which actions may this subject do to this resource? Those alone for which evaluation is true."""
    return await _searched(request, "action")


async def _searched(request: Request, what: str) -> Response:
    return await _in_turn(request, partial(search, what), *await _read(request))


async def _in_turn(request: Request, work: Callable[..., Json], *given: Any) -> Response:
    """What takes long, answered in its turn."""
    return await in_turn(request, lambda _: _json(_written(work, *given)))


def _decided(request: Request, work: Callable[..., Json], *given: Any) -> Json:
    """What the work answers, its decisions counted; one that is an error is none."""
    body = work(*given)
    contexts = [one["context"] for one in body.get("evaluations", [body])]
    decided(request, [Outcome(c["outcome"]) for c in contexts if "outcome" in c])
    return body


def _written(work: Callable[..., Json], *given: Any) -> bytes:
    return orjson.dumps(work(*given))


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json")


async def _read(request: Request) -> tuple[Graph, Voice, Json]:
    """Graph, voice and body. What is not sent as JSON is a 400 here: so wants the certification of the standard."""
    call = NOTHING.read(request)
    if media_type(request) != "application/json":
        raise BadInput("The body is not sent as JSON.", reason="not-sent-as-json")
    return call.graph, call.voice, await json_object(request)
