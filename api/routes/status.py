"""/health and /metrics: whether the process lives, whether it answers, and how much it has done."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from api import deps
from api.metrics import MEDIA_TYPE, Metrics
from api.schemas.responses import problems

router = APIRouter(tags=["status"])


@router.get("/health/live", responses=problems())
async def is_live() -> dict[str, str]:
    """The process is there."""
    return {"status": "live"}


@router.get("/health/ready", responses=problems())
async def is_ready(request: Request) -> dict[str, str]:
    """A graph is open, and which."""
    return {"status": "ready", "kgVersion": deps.graph(request).version}


@router.get("/metrics", responses=problems(), response_class=PlainTextResponse)
async def get_metrics(request: Request) -> Response:
    """Counts and times by route, in the format of Prometheus."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.text(), media_type=MEDIA_TYPE)
