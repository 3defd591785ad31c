"""/v1/cases: the municipalities and areas that studies describe."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Case
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["studies"])
LIST = takes(*listing.PAGE)


@router.get("/cases", responses=answers(page_of(Case)), openapi_extra=LIST.documented)
def list_cases(request: Request) -> Response:
    """Places of studies: how many live there, how they are described, and the area that they lie in."""
    return listing.of_query(LIST.read(request), "cases/places", "place", "name", several=("area",))
