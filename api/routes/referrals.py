"""/v1/referrals: check, who, where, routes, matrix, diff, conflicts."""

from fastapi import APIRouter, Request, Response

from api import deps, listing
from api.call import Call
from api.metrics import decided
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.decision import Decision, Route
from api.schemas.lists import Difference, Matrix, Problem, Receiver, Referrer
from api.schemas.responses import answers
from api.turns import in_turn
from kg.core.errors import BadInput
from kg.decisions import routes as ways
from kg.decisions import search
from kg.decisions.beside import explain
from kg.decisions.conflicts import report
from kg.decisions.diff import diff as differ
from kg.decisions.permission import check as decide
from kg.model.question import Question
from kg.wording import identity, lists
from kg.wording import routes as words
from kg.wording.answer import render

router = APIRouter(prefix="/v1/referrals", tags=["referrals"])

SCOPE = ("holds", *deps.FACETS)
CHECK = takes("referrer", "receiver", *SCOPE, "decision")
WHO = takes(*SCOPE, "all", *listing.PAGE, needs=("receiver",))
WHERE = takes(*SCOPE, "all", *listing.PAGE, needs=("referrer",))
ROUTES = takes(*SCOPE, *listing.PAGE, needs=("referrer", "receiver"))
MATRIX = takes(*SCOPE)
DIFF = takes("from", "to", "place", "against", "basis", "againstBasis", *listing.PAGE)
CONFLICTS = takes("on", *listing.PAGE)


@router.get("/check", responses=answers(Decision, 404, 409), openapi_extra=CHECK.documented)
async def check_referral(request: Request) -> Response:
    """May this referrer refer to this receiver? A decision with its reasons and the way round."""
    call = CHECK.read(request)
    version, asked = _asked(call)
    decision = decide(call.graph.index, asked)
    decided(request, (decision.outcome,))
    body = render(explain(call.graph.index, decision), call.writer)
    if version != call.graph.version:
        body["askedOfVersion"] = version
    return call.answer(body, asked)


@router.get("/who", responses=answers(page_of(Referrer), 404, 409), openapi_extra=WHO.documented)
async def who_may_refer(request: Request) -> Response:
    """Who may refer to this receiver?"""
    call = WHO.read(request)
    asked = call.question()
    return call.page(lists.who(search.who(call.graph.index, asked), call.voice, every=_every(call)), asked)


@router.get("/where", responses=answers(page_of(Receiver), 404, 409), openapi_extra=WHERE.documented)
async def where_to_refer(request: Request) -> Response:
    """To whom may this referrer refer?"""
    call = WHERE.read(request)
    asked = call.question()
    return call.page(lists.where(search.where(call.graph.index, asked), call.voice, every=_every(call)), asked)


@router.get("/routes", responses=answers(page_of(Route), 404, 409), openapi_extra=ROUTES.documented)
async def find_routes(request: Request) -> Response:
    """Ways from a referrer to a receiver through somebody who may refer."""
    call = ROUTES.read(request)
    asked = call.question()
    return call.page([words.shown(r, call.voice) for r in ways.routes(call.graph.index, asked)], asked)


@router.get("/matrix", responses=answers(Matrix, 404, 409), openapi_extra=MATRIX.documented)
async def get_matrix(request: Request) -> Response:
    """Every referrer against every receiver."""
    return await in_turn(request, _matrix)


@router.get("/diff", responses=answers(page_of(Difference), 404, 409), openapi_extra=DIFF.documented)
async def compare_answers(request: Request) -> Response:
    """Where two days, places or sets of sources are answered differently, and why."""
    return await in_turn(request, _compared)


@router.get("/conflicts", responses=answers(page_of(Problem)), openapi_extra=CONFLICTS.documented)
async def list_conflicts(request: Request) -> Response:
    """Norms that collide, norms that can never decide anything, units nobody can refer to: each with a witness."""
    return await in_turn(request, _conflicting)


def _matrix(request: Request) -> Response:
    call = MATRIX.read(request)
    asked = call.question()
    return call.answer(lists.matrix(search.matrix(call.graph.index, asked), call.voice), asked)


def _compared(request: Request) -> Response:
    call = DIFF.read(request)
    given = call.given
    before = call.side("from", "place", "basis")
    after = call.side(
        "to", "against" if "against" in given else "place", "againstBasis" if "againstBasis" in given else "basis"
    )
    return call.page(lists.differences(differ(call.graph.index, before, after), call.voice), before, after)


def _conflicting(request: Request) -> Response:
    call = CONFLICTS.read(request)
    asked = call.question()
    return call.page(lists.report(report(call.graph.index, asked), call.voice), asked)


def _asked(call: Call) -> tuple[str, Question]:
    """The question, and the version that gave it where it comes from a decision."""
    if "decision" not in call.given:
        deps.need(call.given, "referrer", "receiver")
        return call.graph.version, call.question()
    if len(call.given.keys() - {"lang"}) > 1:
        raise BadInput("A decision id stands alone.", reason="not-alone", parameter="decision")
    return identity.read(call.given["decision"], call.graph.index)


def _every(call: Call) -> bool:
    text = call.given.get("all", "false").lower()
    if text not in {"true", "false"}:
        raise BadInput("True or false.", reason="no-truth", parameter="all", value=text)
    return text == "true"
