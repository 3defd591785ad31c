"""/v1/instruments: acts, regulations, guidelines, hospital lists and agreements that were read."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Instrument
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["sources"])
LIST = takes("on", *listing.PAGE)


@router.get("/instruments", responses=answers(page_of(Instrument)), openapi_extra=LIST.documented)
def list_instruments(request: Request) -> Response:
    """What sort of text each is, when it holds, when and where it was read, and how many norms rest on it."""
    call = LIST.read(request)
    call.day()
    return listing.of_query(call, "sources/instruments", "instrument", "name", several=("url",))
