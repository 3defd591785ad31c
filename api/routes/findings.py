"""/v1/findings: what studies say."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import listing
from api.call import Call
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Finding, FindingAnswer
from api.schemas.responses import answers
from kg.core.errors import BadInput, NotFound
from kg.index import evidence
from kg.wording import findings as words

router = APIRouter(prefix="/v1", tags=["studies"])
LIST = takes("about", "sort", "study", "seen", *listing.PAGE)
ONE = takes()
FindingId = Annotated[str, Path(description="The id of a finding.", examples=["f128"])]


@router.get("/findings", responses=answers(page_of(Finding)), openapi_extra=LIST.documented)
async def list_findings(request: Request) -> Response:
    """Findings: who said it, in which study, where and how surely, what it is about, and what contradicts it."""
    call = LIST.read(request)
    return listing.of_shown(call, list(_fitting(call)), lambda found: words.shown(found, call.voice))


@router.get("/findings/{finding_id}", responses=answers(FindingAnswer, 404), openapi_extra=ONE.documented)
async def get_finding(request: Request, finding_id: FindingId) -> Response:
    """One finding."""
    call = ONE.read(request)
    found = call.graph.index.findings.get(finding_id)
    if found is None:
        raise NotFound("There is no finding of that id.", reason="finding", value=finding_id)
    return call.answer(words.shown(found, call.voice) | {"kgVersion": call.graph.version})


def _fitting(call: Call) -> Iterator[evidence.Finding]:
    """Those that fit all that was asked. Raises `BadInput` for a sort that is none."""
    about, sort, study, seen = (call.given.get(name, "") for name in ("about", "sort", "study", "seen"))
    if sort and sort not in evidence.SORTS:
        message = "A sort is " + ", ".join(evidence.SORTS) + "."
        raise BadInput(message, reason="no-sort", parameter="sort", value=sort, sorts=", ".join(evidence.SORTS))
    for found in call.graph.index.findings.values():
        if (
            (not about or any(about in {i, f"{c}/{i}"} for c, i in found.about))
            and (not sort or sort in found.sorts)
            and (not study or study == found.study)
            and (not seen or seen in found.seen)
        ):
            yield found
