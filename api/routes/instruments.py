"""/v1/instruments: acts, regulations, guidelines, hospital lists and agreements that were read."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import KNOWN, takes
from api.schemas.base import page_of
from api.schemas.lists import Instrument
from api.schemas.responses import answers
from kg.index import jurisdiction

router = APIRouter(prefix="/v1", tags=["sources"])
LIST = takes(
    *("on", "sort", "jurisdiction", *listing.PAGE),
    meaning={
        "sort": KNOWN["sort"]._replace(
            meaning="Only texts of this kind, such as act or hospital-list.", schema={"type": "string"}, example="act"
        )
    },
)


@router.get("/instruments", responses=answers(page_of(Instrument), 404, 409), openapi_extra=LIST.documented)
def list_instruments(request: Request) -> Response:
    """What sort of text each is, when it holds, when and where it was read, and how many norms rest on it."""
    call = LIST.read(request)
    on, index = call.day(), call.graph.index
    if "sort" in call.given:
        kinds = index.names.known["source-kind"]
        call.given["sort"] = index.names.find("sort", call.given["sort"], "source-kind", kinds)
    country = call.given.get("jurisdiction")
    here = jurisdiction.texts(index, jurisdiction.asked_for(index, "jurisdiction", country, on)) if country else None
    return listing.of_query(
        *(call, "sources/instruments", "instrument", "name"),
        several=("url",),
        keep=lambda item: here is None or item["id"] in here,
    )
