"""/v1/changes: norms that were added, changed, ended or taken out since a version, and the answers that differ."""

from types import MappingProxyType

from fastapi import APIRouter, Request, Response

from api import address, atom, deps, listing
from api.parameters import Described, takes
from api.schemas.changes import Changes
from api.schemas.responses import answers
from kg.build import changes
from kg.wiring import Current

router = APIRouter(prefix="/v1", tags=["sources"])
SINCE = MappingProxyType(
    {"since": Described("A version that answered before, such as `kgVersion` says.", {"type": "string"})}
)
OFFERED = ("application/json", atom.MEDIA_TYPE)
LIST = takes(*listing.PAGE, needs=("since",), meaning=SINCE, offered=OFFERED)


@router.get("/changes", responses=answers(Changes, 404, also=(atom.MEDIA_TYPE,)), openapi_extra=LIST.documented)
def list_changes(request: Request) -> Response:
    """What the version that answers holds otherwise than an earlier one; as a feed with `Accept: application/atom+xml`.

    The versions were compared when this one was built: asking costs no more than reading a file.
    """
    call = LIST.read(request)
    current: Current = request.app.state.current
    said = changes.read(current.home, call.given["since"], call.graph.version, call.voice.language)
    limit, offset = deps.paging(call.given)
    items = said["items"]
    body = said | {"items": items[offset : offset + limit], "total": len(items), "limit": limit, "offset": offset}
    if deps.media_type(request, OFFERED) == atom.MEDIA_TYPE:
        return call.text(atom.feed(body, call.voice, address.own(request)), atom.MEDIA_TYPE)
    return call.answer(body)
