"""/v1/transitions: what has to happen at a stage, who, by when, in which form, and who pays."""

from fastapi import APIRouter, Request, Response

from api import deps, listing
from api.parameters import Described, takes
from api.schemas.base import page_of
from api.schemas.responses import answers
from api.schemas.task import StageAnswer
from kg.decisions.course import course
from kg.index.resolve_task import parse_time
from kg.wording import course as words

router = APIRouter(prefix="/v1", tags=["tasks"])
STAGE = Described("The stage. Without one, every stage in order.", {"type": "string"}, "ready-for-discharge")
TRANSITIONS = takes(*deps.TASK_FACETS, "at", *listing.PAGE, meaning={"stage": STAGE})


@router.get("/transitions", responses=answers(page_of(StageAnswer), 404, 409), openapi_extra=TRANSITIONS.documented)
async def list_transitions(request: Request) -> Response:
    """What must happen now? The steps of a stage in their turn, deadlines by the clock, and what staff ask first."""
    call = TRANSITIONS.read(request)
    asked = call.task()
    at = parse_time(call.graph.index, "at", call.given["at"], asked.place) if "at" in call.given else None
    found = course(call.graph.index, asked, at)
    return listing.of_shown(call, found, lambda stage: words.stage(stage, call.voice))
