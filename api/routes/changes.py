"""/v1/changes: which named graphs differ since a version, so that a client fetches no more than it must."""

from dataclasses import asdict
from types import MappingProxyType

from fastapi import APIRouter, Request, Response

from api import listing
from api.parameters import Described, takes
from api.schemas.base import page_of
from api.schemas.lists import Change
from api.schemas.responses import answers
from kg.build.changes import between
from kg.model.change import Change as Found
from kg.wiring import Current

router = APIRouter(prefix="/v1", tags=["sources"])
SINCE = MappingProxyType(
    {"since": Described("A version that answered before, such as `kgVersion` says.", {"type": "string"})}
)
LIST = takes(*listing.PAGE, needs=("since",), meaning=SINCE)


@router.get("/changes", responses=answers(page_of(Change), 404, 406), openapi_extra=LIST.documented)
def list_changes(request: Request) -> Response:
    """The versions from one that is still kept to the one that answers, each with what it holds otherwise."""
    call = LIST.read(request)
    current: Current = request.app.state.current
    steps = between(current.home, call.given["since"], call.graph.version)
    return call.page([_shown(step) for step in steps])


def _shown(step: Found) -> listing.Json:
    graphs = [asdict(g) for g in step.graphs]
    return {"since": step.since, "version": step.version, "builtAt": step.built_at, "graphs": graphs}
