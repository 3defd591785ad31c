"""/health: whether the process lives, and whether it answers."""

from fastapi import APIRouter, Request

from api import deps

router = APIRouter(prefix="/health", tags=["health"])


@router.get("/live")
async def live() -> dict[str, str]:
    """The process is there."""
    return {"status": "live"}


@router.get("/ready")
async def ready(request: Request) -> dict[str, str]:
    """A graph is open, and which."""
    return {"status": "ready", "kgVersion": deps.graph(request).version}
