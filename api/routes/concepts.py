"""/v1/concepts: every term of the controlled lists of actors and services, with what it is a kind or a part of."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Concept
from api.schemas.responses import answers

router = APIRouter(prefix="/v1", tags=["terms"])
LIST = takes(*listing.PAGE)


@router.get("/concepts", responses=answers(page_of(Concept)), openapi_extra=LIST.documented)
async def list_concepts(request: Request) -> Response:
    """Kinds of actor and service; the stored queries under `terms/` tell of the other lists."""
    call = LIST.read(request)
    kinds = call.graph.index.kinds

    def more(kind: str) -> listing.Json:
        return {
            "alsoCalled": listing.named_also(call, "kind", kind),
            "kindOf": sorted(kinds.up[kind] - {kind}),
            "partOf": sorted(kinds.up_parts[kind] - kinds.up[kind]),
        }

    return listing.of_ids(call, "kind", sorted(kinds.up), more)
