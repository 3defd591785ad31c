"""The workers of a service: always enough ready ones, so that nobody waits while a killed one is replaced."""

import asyncio
import signal
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from kg.core import logs
from kg.core.errors import Busy, OutOfTime, RettveiError, TooComplex
from kg.workers.frames import Frame, packed
from kg.workers.lanes import PATIENCE, QUICK, SLICE, Lanes, Place
from kg.workers.remembered import Remembered
from kg.workers.worker import Died, Worker, started

PEAK = 200_000
"""Kilobytes of memory after which a worker is replaced, so that one large answer is not held on to."""

AGAIN = 1.0
"""Seconds before another try when a worker cannot even start."""

REASONS = ("time", "crash", "worn", "room", "left", "renewed", "stopped")
"""Why a worker is replaced: its message took too long, crashed it, had it grow, found no room, was no longer wanted; it
opened what is no longer asked; or somebody ended it."""

CRASHES = (signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS)
"""Signals by which a message that is too much ends a worker."""

FROM_OUTSIDE = (signal.SIGKILL, signal.SIGTERM)
"""Signals that say nothing of the message: somebody ended the worker, and another one is asked."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one message may cost: seconds, and bytes of memory beyond what a worker holds at rest."""

    seconds: float
    memory: int


class Pool:
    """Workers for one task. All of it runs in one event loop: that of the first call.

    `argument` is what a worker opens when it starts. `told` hears of each worker that is replaced, and why:
    one of `REASONS`.
    """

    def __init__(self, task: str, argument: str, cost: Cost, told: Callable[[str], None] = lambda _: None) -> None:
        self._task, self._argument, self._cost, self._told = task, argument, cost, told
        self.lanes = Lanes()
        self.spare = QUICK.all + 1
        self._ready: asyncio.Queue[Worker] = asyncio.Queue()
        self._workers: set[Worker] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._starting = 0
        self._closed = self._is_broken = False
        self._slow, self._crashing = Remembered(), Remembered()

    async def run(self, message: Frame, client: str) -> Frame:
        """The answer to a message of this client; its head tells the `argument` of the worker that gave it.

        Raises `TooMany` and `Busy` when there is no place, `OutOfTime` when it takes too long, `TooComplex` when it
        needs more memory or nests deeper than a worker bears.
        """
        known = packed(message)
        if known in self._crashing:
            raise self._too_complex()
        self.top_up()
        end = asyncio.get_running_loop().time() + self._cost.seconds
        async with self.lanes.place(client, slow=known in self._slow) as place:
            while True:
                try:
                    return await self._asked(message, place, end)
                except Died as ended:
                    if ended.signal not in FROM_OUTSIDE:
                        raise self._explained(ended, message) from None

    def turn_to(self, argument: str) -> None:
        """From now on workers open this. What runs is finished over what it began with."""
        if argument != self._argument:
            self._argument = argument
            self._slow, self._crashing = Remembered(), Remembered()
            while not self._ready.empty():
                self._gone(self._ready.get_nowait(), "renewed")
            for worker in self._workers:
                worker.worn = True
            self.top_up()

    def top_up(self) -> None:
        """Start what is missing: `spare` workers, which is one more than quick places, and one for each slow query."""
        wanted = self.spare + len(self.lanes.slow) - len(self._workers) - self._starting
        for _ in range(0 if self._closed else wanted):
            self._starting += 1
            self._keep(self._start())

    @property
    def alive(self) -> int:
        """How many there are, busy or not."""
        return len(self._workers)

    @property
    def ready(self) -> int:
        """How many wait to be asked."""
        return self._ready.qsize()

    def trouble(self) -> str:
        """What is the matter, or nothing."""
        return "no worker can be started" if self._is_broken and not self._workers else ""

    async def close(self) -> None:
        """End all workers, whatever they do, and wait until they are gone."""
        self._closed = True
        for worker in self._workers:
            worker.kill()
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def _asked(self, message: Frame, place: Place, end: float) -> Frame:
        worker = await self._taken(end)
        try:
            reply = await self._in_time(worker, message, place, end)
            worker.worn = worker.worn or reply.head["peak"] > PEAK
            reply.head["argument"] = worker.argument
            return self._read(reply)
        finally:
            self._back(worker)

    async def _taken(self, end: float) -> Worker:
        """A worker that is alive. Raises `Busy` when none is to be had by the time `end`, as after a cold start."""
        try:
            async with asyncio.timeout_at(end):
                while not (worker := await self._ready.get()).alive:
                    pass
                return worker
        except TimeoutError:
            raise Busy("No worker is ready: try again in a moment.") from None

    async def _in_time(self, worker: Worker, message: Frame, place: Place, end: float) -> Frame:
        """The answer, by the time `end` of the loop. Whatever else happens, the worker is gone then."""
        now, seconds = asyncio.get_running_loop().time, self._cost.seconds
        asked = asyncio.ensure_future(worker.ask(Frame(message.head | {"seconds": seconds}, message.body)))
        asked.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # known, whoever still listens
        why = "left"
        try:
            if await self._is_slow(worker, asked, min(now() + PATIENCE, end)):
                self._slow.add(packed(message))
                why = "room"
                await self.lanes.move(place)
                why = "left"
                worker.slow_down()
                self.top_up()
                await asyncio.wait({asked}, timeout=end - now())
            elif place.lane is self.lanes.slow:
                self._slow.forget(packed(message))
            if asked.done():
                return asked.result()
            why = "time"
            raise OutOfTime(f"The query was ended after {seconds:g} seconds: ask for less.", seconds=seconds)
        finally:
            if not asked.done():
                asked.cancel()
                self._gone(worker, why)

    async def _is_slow(self, worker: Worker, asked: asyncio.Future[Frame], end: float) -> bool:
        """Whether it computes longer than the quick lane allows, or is not done by the time `end`."""
        before = worker.computed()
        while not (await asyncio.wait({asked}, timeout=SLICE))[0]:
            used = worker.computed()
            if before is None or used is None or used - before >= SLICE or asyncio.get_running_loop().time() > end:
                return True
        return False

    def _read(self, reply: Frame) -> Frame:
        match reply.head.get("failed"):
            case None:
                return reply
            case "memory":
                raise self._too_complex()
            case _:
                logs.event("error", "worker failed", trail=reply.head["trail"])
                raise RettveiError("A worker failed.")

    def _explained(self, ended: Died, message: Frame) -> RettveiError:
        if ended.signal == signal.SIGXCPU:
            return OutOfTime("The query was ended: ask for less.", seconds=self._cost.seconds)
        if ended.signal in CRASHES:
            self._crashing.add(packed(message))  # it would again: no other worker is spent on it
        return self._too_complex()

    def _too_complex(self) -> TooComplex:
        megabytes = self._cost.memory >> 20
        return TooComplex(f"The query needs more than {megabytes} MB, or nests too deep.", megabytes=megabytes)

    def _back(self, worker: Worker) -> None:
        """To the ready ones, or away with it. One that has ended is seen to by its watch."""
        if worker.worn:
            self._gone(worker, "worn")
        elif worker in self._workers and worker.alive:
            self._ready.put_nowait(worker)

    def _gone(self, worker: Worker, why: str) -> None:
        if worker in self._workers:
            self._workers.discard(worker)
            worker.kill()
            self._told(why)
            self.top_up()

    async def _start(self) -> None:
        argument, worker = self._argument, None
        try:
            worker = await started(self._task, argument, self._cost.memory)
        except Died as ended:
            self._is_broken = True
            logs.event("error", "worker does not start", signal=ended.signal)
            await asyncio.sleep(AGAIN)
        finally:
            self._starting -= 1
        if worker:
            self._is_broken = False
            self._keep(self._watch(worker))
            if argument == self._argument and not self._closed:
                self._workers.add(worker)
                self._ready.put_nowait(worker)
            else:
                worker.kill()
        self.top_up()

    async def _watch(self, worker: Worker) -> None:
        """A worker that ends of itself is replaced."""
        ended = await worker.ended()
        self._gone(worker, "stopped" if ended in FROM_OUTSIDE else "crash")
        await worker.close()

    def _keep(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
