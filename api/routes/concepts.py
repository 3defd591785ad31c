"""/v1/concepts: the terms of actors and services, and the concepts of integration as each study has them."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Concept
from api.schemas.responses import answers
from kg.index.concepts import Concept as Term
from kg.wording import concepts as words
from kg.wording.voice import Voice

router = APIRouter(prefix="/v1", tags=["terms"])
LIST = takes("scheme", *listing.PAGE)


@router.get("/concepts", responses=answers(page_of(Concept)), openapi_extra=LIST.documented)
async def list_concepts(request: Request) -> Response:
    """Kinds of actor and service, then the concepts of each study's scheme; `terms/kinds` tells of the other lists."""
    call = LIST.read(request)
    index, scheme = call.graph.index, call.given.get("scheme", "")
    found = [c for c in index.concepts.values() if scheme in {"", c.scheme}]
    found.sort(key=lambda c: (c.scheme, c.rank or 0, c.id))
    kinds = [] if scheme else sorted(index.kinds.up)
    items: list[str | Term] = [*kinds, *found]
    return listing.of_shown(call, items, lambda item: _shown(item, call.voice))


def _shown(item: str | Term, voice: Voice) -> listing.Json:
    return words.kind(item, voice) if isinstance(item, str) else words.concept(item, voice)
