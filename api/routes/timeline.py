"""/v1/timeline: reforms, acts, regulations and names, day by day."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Event
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["sources"])
LIST = takes("since", "until", "instrument", *listing.PAGE)


@router.get("/timeline", responses=answers(page_of(Event)), openapi_extra=LIST.documented)
def list_events(request: Request) -> Response:
    """What happened between two days, and the instruments that it concerns."""
    return listing.of_query(LIST.read(request), "timeline/events", "event", "what", several=("about",))
