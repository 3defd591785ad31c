"""/v1/cases: the places, units and teams that studies describe."""

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import KNOWN, takes
from api.schemas.base import page_of
from api.schemas.lists import Case
from api.schemas.responses import answers
from kg.core.errors import BadInput

router = APIRouter(prefix="/v1", tags=["studies"])
SORTS = ("place", "unit", "team")
LIST = takes(
    *("sort", "study", *listing.PAGE),
    meaning={
        "sort": KNOWN["sort"]._replace(
            meaning="Only cases of this sort.", schema={"type": "string", "enum": list(SORTS)}, example="place"
        ),
        "study": KNOWN["study"]._replace(meaning="Only those from which this study drew data, by id."),
    },
)


@router.get("/cases", responses=answers(page_of(Case)), openapi_extra=LIST.documented)
def list_cases(request: Request) -> Response:
    """Places, units and teams of studies: how they are described, of what kind, where, and how many live there."""
    call = LIST.read(request)
    sort, study = call.given.get("sort"), call.given.get("study")
    if sort and sort not in SORTS:
        message = "A sort is " + ", ".join(SORTS) + "."
        raise BadInput(message, reason="no-case-sort", parameter="sort", value=sort, sorts=", ".join(SORTS))

    def fits(item: listing.Json) -> bool:
        return (not sort or sort == item["sort"]) and (not study or study in item["study"])

    return listing.of_query(call, "cases/all", "case", "name", ("study", "classification", "area"), fits)
