"""/.well-known/authzen-configuration: where a client of OpenID AuthZEN finds what it asks (its section 9).

Addresses come from the setting `public_url`, else from the socket that the request came in by, never from the Host
header: who can make a client send another one must not lead it elsewhere.
"""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from api import address
from api.parameters import takes
from api.schemas.access import AccessConfiguration
from api.schemas.responses import problems

router = APIRouter(tags=["access"])
NOTHING = takes()
HOUR = 3600


@router.get(
    "/.well-known/authzen-configuration",
    responses={200: {"model": AccessConfiguration, "description": "The answer."}, **problems()},
    openapi_extra=NOTHING.documented,
)
async def get_access_configuration(request: Request) -> Response:
    """The addresses of the authorisation API."""
    NOTHING.read(request)
    base = address.own(request)
    metadata = AccessConfiguration(
        policy_decision_point=base,
        access_evaluation_endpoint=f"{base}/access/v1/evaluation",
        access_evaluations_endpoint=f"{base}/access/v1/evaluations",
        search_subject_endpoint=f"{base}/access/v1/search/subject",
        search_resource_endpoint=f"{base}/access/v1/search/resource",
        search_action_endpoint=f"{base}/access/v1/search/action",
    )
    return JSONResponse(metadata.model_dump(), headers={"Cache-Control": f"max-age={HOUR}"})
