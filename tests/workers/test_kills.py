"""Kills from outside: of workers at any moment, and of the service itself, which leaves no orphan."""

import asyncio
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.workers.pools import SPARE, ask, opened, run, until

SERVICE = """
import asyncio
from tests.workers.pools import ask, opened

async def main():
    async with opened(seconds=60) as (pool, _):
        pids = {(await ask(pool, "echo")).head["pid"] for _ in range(8)}
        print(*pids, flush=True)
        await asyncio.gather(*(ask(pool, order, order) for order in ("spin", "sleep 60")))

asyncio.run(main())
"""


def _kills(count: int, seed: int) -> None:
    chance = random.Random(seed)

    async def work() -> None:
        async with opened(seconds=20) as (pool, told):
            for _ in range(count):
                victim = (await ask(pool, "echo")).head["pid"]
                asked = [asyncio.ensure_future(ask(pool, f"sleep {chance.random() / 20}", f"{i}")) for i in range(3)]
                await asyncio.sleep(chance.random() / 20)
                os.kill(victim, signal.SIGKILL)
                assert [answer.body[:5] for answer in await asyncio.gather(*asked)] == [b"sleep"] * 3
            await until(lambda: pool.ready >= SPARE and told["stopped"] == count)

    run(work)


def test_nothing_is_lost_when_workers_are_killed() -> None:
    _kills(50, 1)


@pytest.mark.soak
def test_nothing_is_lost_when_many_workers_are_killed() -> None:
    _kills(500, 2)


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_service_that_is_killed_leaves_no_worker(how: signal.Signals) -> None:
    root = Path(__file__).parents[2]
    with subprocess.Popen([sys.executable, "-c", SERVICE], stdout=subprocess.PIPE, text=True, cwd=root) as service:
        assert service.stdout is not None
        pids = [int(p) for p in service.stdout.readline().split()]
        time.sleep(0.5)
        service.send_signal(how)
    assert pids
    for _ in range(2000):
        if not any(map(_alive, pids)):
            return
        time.sleep(0.01)
    pytest.fail(f"still there: {[p for p in pids if _alive(p)]}")


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
