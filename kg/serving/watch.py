"""Looks at all connections a few times a second, and cuts off those that were waited for too long.

No timer is set for a request: what costs is the look, and it costs the same whether much or little is asked.
"""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from kg.core import logs
from kg.core.settings import Settings
from kg.serving.connection import SOME, Connection

LEAVE_SECONDS = 5.0
"""How long a client that has its answer may go on sending."""

_LOOKS = 0.2
"""Seconds between two looks, and so how exact the limits are."""


@dataclass(slots=True)
class _Seen:
    """What a connection was last seen at: the phase and since when, what lay unread and since when."""

    phase: tuple[str, object]
    since: float
    unread: int
    unread_since: float


class Watch:
    """What was seen of each connection."""

    def __init__(self, settings: Settings) -> None:
        self._seen: dict[Connection, _Seen] = {}
        self._limits = {
            "headers": settings.header_seconds,
            "body": settings.body_seconds,
            "leave": min(LEAVE_SECONDS, settings.send_seconds),
        }
        self._send_seconds = settings.send_seconds

    async def keep(self, connections: Iterable[Connection]) -> None:
        """Look, until cancelled."""
        while True:
            await asyncio.sleep(_LOOKS)
            self.look(list(connections), asyncio.get_running_loop().time())

    def look(self, connections: list[Connection], now: float) -> None:
        """See what has changed since the last look, and cut off what has not."""
        self._seen = {c: self._compared(c, now) for c in connections}
        for connection, seen in self._seen.items():
            try:
                self._judge(connection, seen, now)
            except Exception as error:  # the others are looked at all the same
                logs.event("error", "unexpected", error=type(error).__name__, trail=logs.trail(error))

    def _judge(self, connection: Connection, seen: _Seen, now: float) -> None:
        phase = seen.phase[0]
        if seen.unread and now - seen.unread_since > self._send_seconds:
            connection.cut_off("send")
        elif phase and not seen.unread and now - seen.since > self._limits[phase]:
            connection.cut_off(phase)

    def _compared(self, connection: Connection, now: float) -> _Seen:
        phase, unread = connection.waits_for(), connection.unread()
        seen = self._seen.get(connection)
        if seen is None:
            return _Seen(phase, now, unread, now)
        if seen.phase != phase:
            seen.phase, seen.since = phase, now
        if connection.took_some or not unread or unread > seen.unread or seen.unread - unread >= SOME:
            seen.unread, seen.unread_since = unread, now
            connection.took_some = False
        return seen
