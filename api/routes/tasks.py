"""/v1/responsibilities and /v1/mandates: who has to do something, and who decides it."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from api import deps, listing
from api.parameters import Parameters, takes
from api.schemas.base import page_of
from api.schemas.responses import answers
from api.schemas.task import Mandate, Responsibility, TaskMatrix
from api.turns import in_turn
from kg.decisions import responsibility
from kg.decisions.task_matrix import task_matrix
from kg.model.norm import Modality
from kg.model.task import Placed
from kg.wording import tasks as words
from kg.wording.voice import Voice

router = APIRouter(prefix="/v1", tags=["tasks"])
RESPONSIBILITIES = takes("task", *deps.TASK_FACETS, *listing.PAGE)
MANDATES = takes("subject", *deps.TASK_FACETS, *listing.PAGE)
MATRIX = takes("stage", "service", "group", "place", "on", "basis")


@router.get(
    "/responsibilities",
    responses=answers(page_of(Responsibility), 404, 409),
    openapi_extra=RESPONSIBILITIES.documented,
)
async def list_responsibilities(request: Request) -> Response:
    """Who has to do what: each task with its bearers, and whether one, several or nobody we know of has it."""
    return _page(request, RESPONSIBILITIES, "task", responsibility.TASKS, words.responsibility)


@router.get("/responsibilities/matrix", responses=answers(TaskMatrix, 404, 409), openapi_extra=MATRIX.documented)
async def get_task_matrix(request: Request) -> Response:
    """Tasks against actors and stages, with the holes and overlaps."""
    return await in_turn(request, _matrix)


def _matrix(request: Request) -> Response:
    call = MATRIX.read(request)
    return call.answer(words.matrix(task_matrix(call.graph.index, call.task()), call.voice))


@router.get("/mandates", responses=answers(page_of(Mandate), 404, 409), openapi_extra=MANDATES.documented)
async def list_mandates(request: Request) -> Response:
    """Who decides what, who cannot set it aside, and where disagreement can be raised."""
    return _page(request, MANDATES, "subject", responsibility.DECISIONS, words.mandate)


def _page(
    request: Request,
    known: Parameters,
    task: str,
    modalities: frozenset[Modality],
    shown: Callable[[Placed, Voice], listing.Json],
) -> Response:
    call = known.read(request)
    found = responsibility.placed(call.graph.index, call.task(task), modalities)
    return listing.of_shown(call, found, lambda placed: shown(placed, call.voice))
