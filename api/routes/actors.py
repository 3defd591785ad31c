"""/v1/actors: roles and units, by the names that people use."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Actor
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["terms"])
LIST = takes(*listing.PAGE)


@router.get("/actors", responses=answers(page_of(Actor)), openapi_extra=LIST.documented)
async def list_actors(request: Request) -> Response:
    """Roles and units, with what else they are called and the units that a role works for."""
    call = LIST.read(request)
    kinds = call.graph.index.kinds

    def more(actor: str) -> listing.Json:
        return {
            "sort": "role" if actor in kinds.roles else "unit",
            "alsoCalled": call.voice.also_called("kind", actor),
            "worksFor": sorted(kinds.works_for.get(actor, frozenset()) | kinds.signs_for.get(actor, frozenset())),
            "provides": kinds.provides.get(actor),
        }

    return listing.of_ids(call, "kind", sorted(kinds.roles | kinds.units), more)
