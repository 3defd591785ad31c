"""/v1/diagnostics: what a team or case covers of integration, what it lacks, and which barriers it meets or leaves."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.diagnosis import Diagnosable, Diagnosis
from api.schemas.responses import answers
from api.turns import in_turn
from kg.wiring import diagnosable, diagnosis
from kg.wording import diagnosis as words

router = APIRouter(prefix="/v1", tags=["studies"])
LIST = takes(*listing.PAGE)
ONE = takes()
Subject = Annotated[str, Path(description="A team, unit or place of a study.", examples=["ibbis-large-team"])]


@router.get("/diagnostics", responses=answers(page_of(Diagnosable)), openapi_extra=LIST.documented)
async def list_diagnosable(request: Request) -> Response:
    """The teams and cases of which something can be told."""
    call = LIST.read(request)
    found = diagnosable(call.graph)
    return listing.of_shown(call, found, lambda s: call.voice.ref(*s) | {"collection": s[0]})


@router.get("/diagnostics/{subject}", responses=answers(Diagnosis, 404, 409), openapi_extra=ONE.documented)
async def get_diagnosis(request: Request, subject: Subject) -> Response:
    """One team or case: members and relationships, goals, arrangements, concepts, barriers, flags, evaluations."""
    return await in_turn(request, lambda asked: _one(asked, subject))


def _one(request: Request, subject: str) -> Response:
    call = ONE.read(request)
    return call.answer(words.shown(diagnosis(call.graph, subject), call.voice))
