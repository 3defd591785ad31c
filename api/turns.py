"""Long work in Python, in turns: many threads of it would finish no sooner, and keep every short question waiting."""

from collections.abc import Callable
from functools import partial
from typing import ParamSpec, TypeVar

from anyio import CapacityLimiter, to_thread
from fastapi import Request, Response

from kg.core.errors import Busy

Given = ParamSpec("Given")
Found = TypeVar("Found")

LONGEST_LINE = 16
"""Requests that wait for their turn; the next one is told to come again."""


class Turns:
    """The turns of one application: one piece of work at a time, off the event loop."""

    def __init__(self) -> None:
        self._limiter = CapacityLimiter(1)

    async def take(self, work: Callable[Given, Found], *given: Given.args, **named: Given.kwargs) -> Found:
        """Do it when its turn comes. Raises `Busy` when the line is full."""
        if self._limiter.statistics().tasks_waiting >= LONGEST_LINE:
            raise Busy("Too many long questions wait for their turn.", reason="turns")
        return await to_thread.run_sync(partial(work, *given, **named), limiter=self._limiter)


async def in_turn(request: Request, answer: Callable[[Request], Response]) -> Response:
    """The answer to a request that takes a while, when its turn comes. Raises `Busy`, and what `answer` raises."""
    turns: Turns = request.app.state.turns
    return await turns.take(answer, request)
