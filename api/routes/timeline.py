"""/v1/timeline: reforms, acts, regulations and names, day by day."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Event
from api.schemas.responses import answers
from kg.index import jurisdiction
from kg.index.resolve import today

router = APIRouter(prefix="/v1", tags=["sources"])
LIST = takes("since", "until", "instrument", "jurisdiction", *listing.PAGE)


@router.get("/timeline", responses=answers(page_of(Event), 404, 409), openapi_extra=LIST.documented)
def list_events(request: Request) -> Response:
    """What happened between two days, and the instruments that it concerns: by these it is of a country, or of none."""
    call = LIST.read(request)
    index, country = call.graph.index, call.given.get("jurisdiction")
    where = jurisdiction.asked_for(index, "jurisdiction", country, today()) if country else ""
    here = jurisdiction.texts(index, where) if where else frozenset()
    return listing.of_query(
        *(call, "timeline/events", "event", "what"),
        several=("about",),
        keep=lambda item: not where or not here.isdisjoint(item["about"]),
    )
