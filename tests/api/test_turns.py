"""Long work goes one piece at a time, and nobody waits in a line without end."""

import threading
from typing import Any

import anyio
import pytest
from starlette.testclient import TestClient

from api.turns import LONGEST_LINE, Turns
from kg.core.errors import Busy
from tests.api.client import application


def test_one_at_a_time_and_no_line_without_end() -> None:
    running, most, done, go = [0], [0], [], threading.Event()

    def work(number: int) -> int:
        running[0] += 1
        most[0] = max(most[0], running[0])
        assert go.wait(10)
        running[0] -= 1
        return number

    async def one(turns: Turns, number: int) -> None:
        done.append(await turns.take(work, number))

    async def all_at_once() -> None:
        turns = Turns()
        async with anyio.create_task_group() as group:
            for number in range(LONGEST_LINE + 1):
                group.start_soon(one, turns, number)
            await anyio.wait_all_tasks_blocked()
            with pytest.raises(Busy):
                await turns.take(work, -1)
            go.set()
        assert await turns.take(work, 99) == 99, "the line is open again"

    anyio.run(all_at_once)
    assert (most, sorted(done)) == ([1], list(range(LONGEST_LINE + 1)))


class Full(Turns):
    """A line that is full."""

    async def take(self, work: Any, *given: Any, **named: Any) -> Any:
        raise Busy("Too many.", reason="turns")


@pytest.mark.parametrize("path", ["matrix", "diff?from=2018-01-01", "conflicts"])
def test_comparisons_go_in_turns(path: str) -> None:
    app = application()
    app.state.turns = Full()
    answer = TestClient(app, base_url="http://localhost").get(f"/v1/referrals/{path}")
    assert (answer.status_code, answer.json()["code"], answer.json()["reason"]) == (503, "busy", "turns")
    assert answer.headers["retry-after"]
