"""/v1/norms: everything that holds of a norm whoever asks."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.norm import Norm, NormAnswer
from api.schemas.responses import answers
from kg.core.errors import NotFound
from kg.wording import norms as words

router = APIRouter(prefix="/v1", tags=["norms"])
LIST = takes("on", *listing.PAGE)
ONE = takes("on")
NormId = Annotated[str, Path(description="The id of a norm.", examples=["gp-refers-when-needed"])]


@router.get("/norms", responses=answers(page_of(Norm)), openapi_extra=LIST.documented)
async def list_norms(request: Request) -> Response:
    """Norms with their basis, grades, dates and requirements, cited by the version of the day."""
    call = LIST.read(request)
    on, by_id = call.day(), call.graph.index.shelf.by_id
    return listing.of_shown(call, sorted(by_id), lambda i: words.shown(by_id[i], on, call.voice))


@router.get("/norms/{norm_id}", responses=answers(NormAnswer, 404), openapi_extra=ONE.documented)
async def get_norm(request: Request, norm_id: NormId) -> Response:
    """One norm."""
    call = ONE.read(request)
    on = call.day()
    found = call.graph.index.shelf.by_id.get(norm_id)
    if found is None:
        raise NotFound("There is no norm of that id.", reason="norm", value=norm_id)
    return call.answer(words.shown(found, on, call.voice) | {"kgVersion": call.graph.version})
