"""One connection: uvicorn's, over h11, with limits on time and number that uvicorn 0.54 does not have.

It builds on what uvicorn keeps of a connection (`conn`, `cycle`, `flow`), so pyproject.toml holds uvicorn to one minor
version. Nothing is done for a request while it goes well: `Watch` looks at all connections a few times a second.
"""

import asyncio
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from kg.core import logs
from kg.core.settings import Settings
from kg.serving.leaving import Leaving
from kg.serving.spoken import finished

MOST_DISCARDED = 100_000_000
"""Bytes that a client may still send after its answer."""

SOME = 16_384
"""Bytes that a client that reads takes within `send_seconds`, at the least."""

ENDS = ("headers", "body", "send", "leave", "stop", "full", "no-http")
"""Why a connection is ended: the phase in which it was too slow, the end of the server, the limit, or what came."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What all connections of a server are held to, and how many were ended by that: one of `ENDS` each."""

    settings: Settings
    responses: Mapping[int, bytes]
    ended: Counter[str] = field(default_factory=Counter)


class Connection(H11Protocol):
    """A connection of a client, from its first byte to its last."""

    def __init__(self, rules: Rules, **given: Any) -> None:
        super().__init__(**given)
        self._rules = rules
        self._leaving: Leaving
        self._discarded = 0
        self._has_ended = False
        self.took_some = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Greet it; over the limit of connections it is told so, and far over the limit it is dropped."""
        self._leaving = Leaving(transport, self._is_sending)
        super().connection_made(self._leaving)
        most = self._rules.settings.most_connections
        self._rules.ended["full"] += len(self.connections) > most
        if len(self.connections) > most + most // 10 + 10:
            self._leaving.abort()
        elif len(self.connections) > most:
            self.refuse(503)

    def data_received(self, data: bytes) -> None:
        """Read on, or throw away what comes after the answer."""
        if not self._leaving.is_left:
            super().data_received(data)
            return
        self._discarded += len(data)
        if self._discarded > MOST_DISCARDED:
            self._leaving.abort()

    def eof_received(self) -> bool:  # type: ignore[override]
        """The client sends no more. It may still read: what it has asked is answered, then the connection ends."""
        self._has_ended = True
        is_asked = self.cycle is not None and not self.cycle.more_body and not self.cycle.response_complete
        return is_asked and not self._leaving.is_left

    def on_response_complete(self) -> None:
        """Go on with the next request, unless there cannot be one."""
        super().on_response_complete()
        if self.conn.trailing_data[0]:
            self._unset_keepalive_if_required()  # the next request has begun
        is_through = self.cycle.response_complete and (self._has_ended or self.cycle.more_body)
        if is_through and not self._leaving.is_left:
            self._leaving.close()

    def resume_writing(self) -> None:
        """The client has taken most of what lay ready."""
        self.took_some = True
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """What came is no HTTP, or has a head without end."""
        status = getattr(sys.exception(), "error_status_hint", 400)
        if status == 431 and b"\n" not in self.conn.trailing_data[0]:
            status = 414
        self._rules.ended["no-http"] += 1
        self.refuse(status if status in self._rules.responses else 400)

    def shutdown(self) -> None:
        """The server stops: finish the request that is being answered, and wait for no other."""
        super().shutdown()
        if self.cycle is None or self.cycle.response_complete:
            self._leaving.abort() if self._leaving.is_left else self._leaving.close()

    def refuse(self, status: int) -> None:
        """Say so, if an answer has not begun, and close."""
        cycle = self.cycle
        if cycle is None or cycle.response_complete or not cycle.response_started:
            self._leaving.write(finished(self._rules.responses[status], self.server_state.default_headers))
        if cycle is not None and not cycle.response_complete:
            cycle.disconnected = True
            cycle.message_event.set()
        self._unset_keepalive_if_required()
        self._leaving.close()

    def waits_for(self) -> tuple[str, object]:
        """What the client is waited for, and for which request; an empty word when it is for us to do something."""
        cycle = self.cycle
        if self._leaving.is_left:
            return "leave", None
        if cycle is None or cycle.response_complete:
            return ("", cycle) if self.timeout_keep_alive_task else ("headers", cycle)
        return ("body", cycle) if cycle.more_body and not self.flow.read_paused else ("", cycle)

    def cut_off(self, phase: str) -> None:
        """It has been waited for long enough."""
        logs.event("info", "client cut off", phase=phase)
        self._rules.ended[phase] += 1
        if phase in {"leave", "send", "stop"}:
            self._leaving.abort()
        elif phase == "headers" and not self.conn.trailing_data[0]:
            self._leaving.close()
        else:
            self.refuse(408)

    def unread(self) -> int:
        """Bytes of answers that the client has not taken."""
        return self._leaving.get_write_buffer_size()

    def _is_sending(self) -> bool:
        """Whether the client may still be writing, so that a close would reset the connection."""
        if self._has_ended:
            return False
        is_between = self.conn.their_state in {h11.DONE, h11.MUST_CLOSE, h11.CLOSED}
        is_idle = self.conn.their_state is h11.IDLE and self.cycle is not None
        return bool(self.conn.trailing_data[0]) or not (is_between or is_idle)
