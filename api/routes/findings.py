"""/v1/findings: what studies say."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response

from api import listing
from api.call import Call
from api.parameters import takes
from api.schemas.base import page_of
from api.schemas.lists import Finding, FindingAnswer
from api.schemas.responses import answers
from kg.core.errors import NotFound

router = APIRouter(prefix="/v1", tags=["studies"])
LIST = takes(*listing.PAGE)
ONE = takes()
FindingId = Annotated[str, Path(description="The id of a finding.", examples=["f128"])]


@router.get("/findings", responses=answers(page_of(Finding)), openapi_extra=LIST.documented)
async def list_findings(request: Request) -> Response:
    """Findings, with the study that each comes from; the stored queries under `findings/` tell more of them."""
    call = LIST.read(request)
    return listing.of_ids(call, "finding", _known(call), lambda finding: _source(call, finding))


@router.get("/findings/{finding_id}", responses=answers(FindingAnswer, 404), openapi_extra=ONE.documented)
async def get_finding(request: Request, finding_id: FindingId) -> Response:
    """One finding, with what it is about."""
    call = ONE.read(request)
    if finding_id not in _known(call):
        raise NotFound("There is no finding of that id.", reason="finding", value=finding_id)
    about = sorted(ident for (_, ident), told in call.graph.index.sources.about.items() if finding_id in told)
    said = call.voice.ref("finding", finding_id) | _source(call, finding_id)
    return call.answer(said | {"about": about, "kgVersion": call.graph.version})


def _known(call: Call) -> list[str]:
    return sorted(ident for collection, ident in call.graph.index.labels.preferred if collection == "finding")


def _source(call: Call, finding: str) -> listing.Json:
    found = next(iter(call.graph.index.sources.versions.get(finding, ())), None)
    return {
        "study": call.voice.ref("study", found.source) if found else None,
        "section": found.section if found else None,
        "url": found.url if found else None,
        "lastObserved": call.graph.index.sources.observed.get(finding),
    }
