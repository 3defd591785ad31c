"""/v1/places: municipalities, districts, areas, and the places of studies."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Place
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["places"])
LIST = takes(*listing.PAGE)


@router.get("/places", responses=answers(page_of(Place)), openapi_extra=LIST.documented)
async def list_places(request: Request) -> Response:
    """Places of every time, with their numbers and the days between which they existed."""
    call = LIST.read(request)
    known = call.graph.index.places

    def more(place: str) -> listing.Json:
        first, last = known.dates.get(place, (None, None))
        return {
            "sort": known.sort[place],
            "numbers": list(known.numbers.get(place, ())),
            "validFrom": first.isoformat() if first else None,
            "validTo": last.isoformat() if last else None,
        }

    return listing.of_ids(call, "place", sorted(known.sort), more)
