"""The lanes: the cheap does not wait behind the expensive, and no client takes all."""

import asyncio

import pytest

from kg.core.errors import Busy, OutOfTime, TooMany
from kg.workers.lanes import QUICK, SLOW, WAITING
from kg.workers.pool import Pool
from tests.workers.pools import ask, opened, run, until


async def ended(works: list["asyncio.Future[object]"]) -> None:
    """Nobody waits for it any longer."""
    for one in works:
        one.cancel()
    await asyncio.gather(*works, return_exceptions=True)


async def slow(pool: Pool, client: str, order: str = "spin") -> "asyncio.Future[object]":
    """Work in the slow lane."""
    before = len(pool.lanes.slow)
    asked: asyncio.Future[object] = asyncio.ensure_future(ask(pool, order, client))
    await until(lambda: len(pool.lanes.slow) == before + 1 or asked.done())
    return asked


def test_one_client_takes_no_more_than_its_share_of_the_slow_lane() -> None:
    async def work() -> None:
        async with opened(seconds=120) as (pool, told):
            mine = [await slow(pool, "greedy", f"spin {i}") for i in range(SLOW.each)]
            with pytest.raises(TooMany):
                await ask(pool, "spin 2", "greedy")
            assert (await ask(pool, "echo", "greedy")).body == b"echo"
            assert told == {"room": 1}
            await ended(mine)

    run(work)


def test_the_slow_lane_is_bounded_for_all_and_the_quick_lane_goes_on() -> None:
    async def work() -> None:
        async with opened(seconds=120) as (pool, _):
            taken = [await slow(pool, f"client {i}", f"spin {i}") for i in range(SLOW.all)]
            with pytest.raises(Busy):
                await ask(pool, "spin", "late")
            assert (await ask(pool, "echo", "late")).body == b"echo"
            await ended(taken)
            assert (await ask(pool, "work 0.4", "late")).body == b"work 0.4"

    run(work)


def test_a_client_waits_in_its_own_line_which_is_bounded() -> None:
    async def work() -> None:
        async with opened() as (pool, _):
            over = 5
            many = QUICK.each + WAITING.each + over
            asked = await asyncio.gather(*(ask(pool, "sleep 0.02", "one") for _ in range(many)), return_exceptions=True)
            refused = [type(a) for a in asked if isinstance(a, BaseException)]
            assert refused[-over:] == [TooMany] * over
            assert set(refused) <= {TooMany, Busy}  # a slow machine tires of waiting
            assert len(pool.lanes.waiting) == len(pool.lanes.quick) == 0

    run(work)


def test_a_place_is_given_back_whatever_happens() -> None:
    async def work() -> None:
        async with opened(seconds=0.3) as (pool, _):
            for order in ("crash", "fail", "spin", "echo", "hold 900"):
                await asyncio.gather(ask(pool, order), return_exceptions=True)
            assert [len(lane) for lane in (pool.lanes.quick, pool.lanes.slow, pool.lanes.waiting)] == [0, 0, 0]

    run(work)


def test_slow_work_that_fits_is_finished() -> None:
    async def work() -> None:
        async with opened(seconds=60) as (pool, told):
            assert (await ask(pool, "work 0.5")).body == b"work 0.5"
            assert told == {"worn": 1}
        async with opened(seconds=0.3) as (pool, _):
            with pytest.raises(OutOfTime):
                await ask(pool, "work 0.5")

    run(work)


def test_what_was_slow_begins_in_the_slow_lane_until_it_is_quick() -> None:
    async def work() -> None:
        async with opened(seconds=120) as (pool, told):
            mine = [await slow(pool, "greedy", f"spin {i}") for i in range(SLOW.each)]
            for _ in range(3):
                with pytest.raises(TooMany):
                    await ask(pool, "spin 3", "greedy")
            assert told["room"] == 1  # the first time; after that no worker is spent on it
            await ended(mine)

    run(work)


def test_who_was_slow_leaves_the_last_quick_place_to_others() -> None:
    async def work() -> None:
        async with opened(seconds=120) as (pool, _):
            mine = [await slow(pool, "greedy", f"spin {i}") for i in range(SLOW.each)]
            quick = [asyncio.ensure_future(ask(pool, f"sleep 60.{i}", "greedy")) for i in range(QUICK.each)]
            await until(lambda: len(pool.lanes.quick) + len(pool.lanes.waiting) == QUICK.each)
            third = asyncio.ensure_future(ask(pool, "sleep 60.3", "another"))
            await until(lambda: len(pool.lanes.quick) == QUICK.all)
            await ended([*mine, *quick, third])

    run(work)
