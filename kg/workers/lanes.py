"""Who may run a stranger's text, and for how long before it has to make room.

All work starts in the quick lane, whose places turn over within a moment (`SLICE`). What is not done by then moves to
the slow lane, and is ended when that is full: so the cheap never waits behind the expensive. What was slow before
begins there, and whose it was leaves the last quick place to others for a while. No client holds a whole lane, and
whoever waits stands in a line that each client fills only so far.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from kg.core.errors import Busy, TooMany

SLICE = 0.15
"""Seconds of computing in the quick lane: on a busy machine the cheap takes longer, and is not the less cheap."""

HEAVY = 10.0
"""Seconds for which a client whose work was slow leaves the last place of the quick lane to others."""

PATIENCE = 1.0
"""Seconds that anybody waits for a place."""


@dataclass(frozen=True, slots=True)
class Width:
    """How many at once: in the whole lane, and of one client."""

    all: int
    each: int


MOST_HEAVY = 1_000
"""How many of them are remembered."""

QUICK = Width(all=3, each=2)
SLOW = Width(all=4, each=2)
WAITING = Width(all=32, each=8)


class Lane:
    """The places of one lane, and who has them."""

    def __init__(self, width: Width) -> None:
        self._width = width
        self._taken: Counter[str] = Counter()

    def __len__(self) -> int:
        return self._taken.total()

    def room(self, client: str) -> bool:
        """Whether there is a place for this client."""
        return len(self) < self._width.all and self._taken[client] < self._width.each

    def take(self, client: str) -> None:
        """A place. Raises `TooMany` when this client has its share, `Busy` when the lane is full."""
        if self._taken[client] >= self._width.each:
            raise TooMany("One client runs only so many queries at once: wait until one of yours is answered.")
        if len(self) >= self._width.all:
            raise Busy("Too many queries run at once: try again in a moment.")
        self._taken[client] += 1

    def give_back(self, client: str) -> None:
        """The place is free again. Clients without any are forgotten."""
        self._taken[client] -= 1
        if not self._taken[client]:
            del self._taken[client]


class Lanes:
    """All lanes. Used within one event loop."""

    def __init__(self) -> None:
        self.quick, self.slow, self.waiting = Lane(QUICK), Lane(SLOW), Lane(WAITING)
        self._freed = asyncio.Condition()
        self._heavy: dict[str, float] = {}

    @asynccontextmanager
    async def place(self, client: str, *, slow: bool) -> AsyncIterator["Place"]:
        """A place in the quick lane, or in the slow one, given back at the end. Raises `TooMany`, `Busy`."""
        if slow:
            self.slow.take(client)
        else:
            await self._enter(client)
        place = Place(client, self.slow if slow else self.quick)
        try:
            yield place
        finally:
            await self._free(place.lane, client)

    async def move(self, place: "Place") -> None:
        """To the slow lane, if not there yet. Raises `TooMany`, `Busy` when there is no room: the work has to end."""
        if place.lane is self.slow:
            return
        self._heavy.pop(place.client, None)
        self._heavy[place.client] = asyncio.get_running_loop().time() + HEAVY
        if len(self._heavy) > MOST_HEAVY:
            del self._heavy[next(iter(self._heavy))]
        self.slow.take(place.client)
        left, place.lane = place.lane, self.slow
        await self._free(left, place.client)

    async def _enter(self, client: str) -> None:
        self.waiting.take(client)
        try:
            async with asyncio.timeout(PATIENCE), self._freed:
                await self._freed.wait_for(lambda: self._has_room(client))
                self.quick.take(client)
        except TimeoutError:
            raise Busy("Too many queries run at once: try again in a moment.") from None
        finally:
            self.waiting.give_back(client)

    def _has_room(self, client: str) -> bool:
        is_heavy = self._heavy.get(client, 0.0) > asyncio.get_running_loop().time()
        return self.quick.room(client) and not (is_heavy and len(self.quick) >= QUICK.all - 1)

    async def _free(self, lane: Lane, client: str) -> None:
        lane.give_back(client)
        async with self._freed:
            self._freed.notify_all()


@dataclass(slots=True)
class Place:
    """Where one client's work runs now."""

    client: str
    lane: Lane
