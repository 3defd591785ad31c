"""/v1/cases: the municipalities and areas that studies describe."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes

router = APIRouter(prefix="/v1", tags=["studies"])
LIST = takes(*listing.PAGE)


@router.get("/cases", openapi_extra=LIST.documented)
def cases(request: Request) -> Response:
    """Places of studies: how many live there, how they are described, and the area that they lie in."""
    return listing.of_query(LIST.read(request), "cases/places", "place", "name", several=("area",))
