"""/v1/services: what units give."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Service
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["terms"])
LIST = takes(*listing.PAGE)


@router.get("/services", responses=answers(page_of(Service)), openapi_extra=LIST.documented)
async def list_services(request: Request) -> Response:
    """Services, with what else they are called and the kinds of unit that mainly give them."""
    call = LIST.read(request)
    kinds = call.graph.index.kinds

    def more(service: str) -> listing.Json:
        givers = sorted(unit for unit, given in kinds.provides.items() if given == service)
        return {"alsoCalled": call.voice.also_called("kind", service), "providedBy": givers}

    return listing.of_ids(call, "kind", sorted(kinds.services), more)
