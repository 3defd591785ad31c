"""The pool: what is asked is answered or ended, and whoever is gone is replaced."""

import asyncio
from pathlib import Path

import pytest

from kg.core.errors import Busy, OutOfTime, RettveiError, TooComplex
from tests.workers.pools import SPARE, ask, opened, run, until


def test_what_is_asked_is_answered() -> None:
    async def work() -> None:
        async with opened() as (pool, told):
            answer = await ask(pool, "echo å")
            assert (answer.body.decode(), answer.head["argument"]) == ("echo å", "one")
            assert not told

    run(work)


@pytest.mark.parametrize("order", ["sleep 60", "spin"])
def test_work_is_ended_at_its_limit_and_the_worker_replaced(order: str) -> None:
    async def work() -> None:
        async with opened(seconds=2) as (pool, told):
            with pytest.raises(OutOfTime):
                await ask(pool, order)
            await until(lambda: pool.ready >= SPARE)
            assert told == {"time": 1}

    run(work)


def test_memory_is_bounded_and_the_worker_lives() -> None:
    async def work() -> None:
        async with opened(memory=100) as (pool, told):
            with pytest.raises(TooComplex, match="95 MB"):
                await ask(pool, "hold 400")
            assert (await ask(pool, "hold 1")).body == b"hold 1"
            assert not told

    run(work)


def test_memory_is_bounded_where_nothing_can_be_opened_any_more() -> None:
    async def work() -> None:
        async with opened("shut", memory=100) as (pool, _):
            with pytest.raises(TooComplex, match="95 MB"):
                await ask(pool, "hold 400")

    run(work)


@pytest.mark.parametrize("argument", ["one", "shut"])
def test_a_worker_that_grew_is_replaced_and_no_other_however_large_the_service(argument: str) -> None:
    large = b"x" * 300_000_000

    async def work() -> None:
        async with opened(argument) as (pool, told):
            await ask(pool, "fill 1")
            assert not told
            await ask(pool, "fill 250")
            assert told == {"worn": 1}
            assert large

    run(work)


def test_a_crash_is_told_and_the_worker_replaced_once() -> None:
    async def work() -> None:
        async with opened() as (pool, told):
            with pytest.raises(TooComplex):
                await ask(pool, "crash")
            await until(lambda: pool.ready >= SPARE)
            with pytest.raises(TooComplex):
                await ask(pool, "crash")
            assert told == {"crash": 1}  # what crashed one worker is not given to another

    run(work)


def test_a_worker_that_somebody_kills_is_replaced_and_another_one_answers(tmp_path: Path) -> None:
    order = f"once {tmp_path / 'killed'}"

    async def work() -> None:
        async with opened() as (pool, told):
            assert (await ask(pool, order)).body == order.encode()
            await until(lambda: pool.ready >= SPARE)
            assert told == {"stopped": 1}

    run(work)


def test_an_error_of_ours_is_one_and_the_worker_lives() -> None:
    async def work() -> None:
        async with opened() as (pool, told):
            with pytest.raises(RettveiError) as raised:
                await ask(pool, "fail")
            assert type(raised.value) is RettveiError
            assert not told

    run(work)


def test_work_ends_when_nobody_waits_for_it() -> None:
    async def work() -> None:
        async with opened(seconds=60) as (pool, told):
            asked = asyncio.ensure_future(ask(pool, "spin"))
            await until(lambda: len(pool.lanes.slow) == 1)
            asked.cancel()
            await until(lambda: len(pool.lanes.slow) == 0 and pool.ready >= SPARE)
            assert told == {"left": 1}

    run(work)


def test_another_argument_is_answered_by_new_workers_while_old_work_is_finished() -> None:
    async def work() -> None:
        async with opened(seconds=20) as (pool, _):
            old = asyncio.ensure_future(ask(pool, "work 0.4", "a"))
            await until(lambda: len(pool.lanes.quick) == 1)
            pool.turn_to("two")
            assert (await ask(pool, "echo", "b")).head["argument"] == "two"
            assert (await old).head["argument"] == "one"
            await until(lambda: pool.ready >= SPARE)
            assert {(await ask(pool, "echo")).head["argument"] for _ in range(SPARE)} == {"two"}

    run(work)


def test_workers_that_cannot_start_are_tried_again() -> None:
    async def work() -> None:
        async with opened("broken", seconds=2.0) as (pool, _):
            with pytest.raises(Busy):
                await ask(pool, "echo")
            await until(lambda: pool.trouble() == "no worker can be started")
            pool.turn_to("mended")
            await until(lambda: pool.ready >= SPARE)
            assert not pool.trouble()
            assert (await ask(pool, "echo")).head["argument"] == "mended"

    run(work)
