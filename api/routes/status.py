"""/health and /metrics: whether the process lives, whether it answers, and how much it has done."""

from fastapi import APIRouter, Request, Response

from api import deps
from api.metrics import MEDIA_TYPE, Metrics

router = APIRouter(tags=["status"])


@router.get("/health/live")
async def live() -> dict[str, str]:
    """The process is there."""
    return {"status": "live"}


@router.get("/health/ready")
async def ready(request: Request) -> dict[str, str]:
    """A graph is open, and which."""
    return {"status": "ready", "kgVersion": deps.graph(request).version}


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Counts and times by route, in the format of Prometheus."""
    counted: Metrics = request.app.state.metrics
    return Response(counted.text(), media_type=MEDIA_TYPE)
