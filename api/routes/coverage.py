"""/v1/coverage: what has been read for a place."""

from fastapi import APIRouter, Request, Response

from api.parameters import takes
from api.schemas.decision import CoverageAnswer
from api.schemas.responses import answers
from kg.decisions.beside import coverage as read_for
from kg.wording import answer

router = APIRouter(prefix="/v1", tags=["sources"])
READ = takes("place", "on")


@router.get("/coverage", responses=answers(CoverageAnswer, 404, 409), openapi_extra=READ.documented)
async def get_coverage(request: Request) -> Response:
    """What has been read for a place: law, hospital lists, agreements."""
    call = READ.read(request)
    asked = call.question()
    body = answer.coverage(read_for(call.graph.index, asked), call.voice)
    return call.answer(body | {"place": call.voice.ref("place", asked.place), "kgVersion": call.graph.version}, asked)
