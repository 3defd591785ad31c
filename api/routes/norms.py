"""/v1/norms: everything that holds of a norm whoever asks."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import Page
from api.schemas.norm import Norm, NormAnswer
from api.schemas.responses import answers
from kg.core.errors import NotFound
from kg.wording import norms as words

router = APIRouter(prefix="/v1", tags=["norms"])
LIST = takes("on", *listing.PAGE)
ONE = takes("on")


@router.get("/norms", responses=answers(Page[Norm]), openapi_extra=LIST.documented)
async def norms(request: Request) -> Response:
    """Norms with their basis, grades, dates and requirements, cited by the version of the day."""
    call = LIST.read(request)
    on, by_id = call.day(), call.graph.index.shelf.by_id
    return listing.of_shown(call, sorted(by_id), lambda i: words.shown(by_id[i], on, call.voice))


@router.get("/norms/{norm_id}", responses=answers(NormAnswer), openapi_extra=ONE.documented)
async def norm(request: Request, norm_id: str) -> Response:
    """One norm."""
    call = ONE.read(request)
    on = call.day()
    found = call.graph.index.shelf.by_id.get(norm_id)
    if found is None:
        raise NotFound("There is no norm of that id.", reason="norm", value=norm_id)
    return call.answer(words.shown(found, on, call.voice) | {"kgVersion": call.graph.version})
