"""A pool for a test, and how to wait for what it does."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from kg.workers.frames import Frame
from kg.workers.lanes import QUICK
from kg.workers.pool import Cost, Pool

TASK = "tests.workers.tasks"
SPARE = QUICK.all + 1
"""How many workers are ready when nobody asks."""


@asynccontextmanager
async def opened(
    argument: str = "one", seconds: float = 30.0, memory: int = 300
) -> AsyncIterator[tuple[Pool, Counter[str]]]:
    """A pool, and why workers of it were replaced. `memory` in megabytes."""
    told: Counter[str] = Counter()
    pool = Pool(TASK, argument, Cost(seconds, memory * 1_000_000), lambda why: told.update([why]))
    pool.top_up()
    try:
        if argument != "broken":
            await until(lambda: pool.ready >= SPARE)
        yield pool, told
    finally:
        await pool.close()


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something that is to come about."""
    async with asyncio.timeout(30):
        while not holds():
            await asyncio.sleep(0.01)


async def ask(pool: Pool, order: str, client: str = "somebody") -> Frame:
    """What a worker says to an order: see `tests.workers.tasks`."""
    return await pool.run(Frame({}, order.encode()), client)


def run(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run a test in a loop of its own."""
    asyncio.run(work())
