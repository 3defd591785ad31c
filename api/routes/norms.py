"""/v1/norms: everything that holds of a norm whoever asks."""

from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import listing
from api.parameters import KNOWN, takes
from api.schemas.base import page_of
from api.schemas.norm import Norm, NormAnswer
from api.schemas.responses import answers
from kg.core.errors import NotFound
from kg.decisions import filtered
from kg.index.resolve import today
from kg.wording import norms as words

router = APIRouter(prefix="/v1", tags=["norms"])
MEANING = MappingProxyType(
    {
        "action": "Only norms on this action.",
        "service": "Only norms that name this service, or what it is a kind of.",
        "group": "Only norms that name this client group, or one that it is part of.",
        "stage": "Only norms that name this stage.",
        "place": "Only norms that apply in this place: its own, and those of the areas and country that it lies in.",
    }
)
LIST = takes(
    *("on", *filtered.FILTERS, *listing.PAGE),
    meaning={
        "on": KNOWN["on"]._replace(meaning="The day by whose numbering norms are cited; today if left out."),
        **{name: KNOWN[name]._replace(meaning=meaning, example=None) for name, meaning in MEANING.items()},
    },
)
ONE = takes("on")
NormId = Annotated[str, Path(description="The id of a norm.", examples=["gp-refers-when-needed"])]


@router.get("/norms", responses=answers(page_of(Norm), 404, 409), openapi_extra=LIST.documented)
async def list_norms(request: Request) -> Response:
    """Norms that fit all filters, with basis, grades, dates and requirements, cited by the version of the day.

    `on` is the day of citation and leaves nothing out; `holdsOn` leaves out what did not hold on a day.
    """
    call = LIST.read(request)
    index = call.graph.index
    on, by_id = call.day(), index.shelf.by_id
    found = filtered.norms(index, filtered.wanted(index, call.given, today()))
    return listing.of_shown(call, found, lambda i: words.shown(by_id[i], on, call.voice))


@router.get("/norms/{norm_id}", responses=answers(NormAnswer, 404), openapi_extra=ONE.documented)
async def get_norm(request: Request, norm_id: NormId) -> Response:
    """One norm."""
    call = ONE.read(request)
    on = call.day()
    found = call.graph.index.shelf.by_id.get(norm_id)
    if found is None:
        raise NotFound("There is no norm of that id.", reason="norm", value=norm_id)
    return call.answer(words.shown(found, on, call.voice) | {"kgVersion": call.graph.version})
