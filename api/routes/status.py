"""/health and /metrics: whether the process lives, whether it answers, and how much it has done."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse

from api import readiness
from api.gauges import Now
from api.metrics import MEDIA_TYPE, Metrics
from api.schemas.responses import problems
from api.schemas.status import Live, Ready
from kg.core.errors import NotReady
from kg.wiring import Graph

router = APIRouter(tags=["status"])


@router.get("/health/live", responses=problems() | {200: {"model": Live}})
async def is_live() -> dict[str, str]:
    """The process is there."""
    return {"status": "live"}


@router.get("/health/ready", responses=problems() | {200: {"model": Ready}})
async def is_ready(request: Request) -> Response:
    """Questions are answered, and from which graph; 503 while they are not, and once the server is told to stop."""
    graph: Graph | None = request.state.graph
    version = graph.version if graph else None
    if getattr(request.state, "stopping", False):
        raise NotReady("The server is about to stop.", reason="stopping", kgVersion=version)
    checks = request.app.state.checks
    said = readiness.found(checks)
    failing = readiness.failing(checks, said)
    if failing:
        raise NotReady("Something is amiss.", failing=failing, checks=said, kgVersion=version)
    status = "degraded" if any(s != readiness.READY for s in said.values()) else "ready"
    return JSONResponse({"status": status, "kgVersion": version, "checks": said})


@router.get("/metrics", responses=problems(), response_class=PlainTextResponse)
async def get_metrics(request: Request) -> Response:
    """Counts and times by route, workers, store and connections, in the format of Prometheus."""
    counted: Metrics = request.app.state.metrics
    served = {name: found for name in ("held", "ended") if (found := getattr(request.state, name, None)) is not None}
    now = Now(request.app.state.current, request.app.state.strangers, **served)
    return Response(counted.text(now), media_type=MEDIA_TYPE)
