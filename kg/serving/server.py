"""The server: uvicorn's, with our connections, that takes no more than it can hold and stops in order.

It speaks HTTP/1.1 by h11: it refuses what RFC 9112 refuses, in Python that cannot crash. httptools with uvloop was
measured at a fifth less work for a `check`: not worth two more libraries in C before strangers' bytes.
"""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, cast

import uvicorn
from uvicorn.config import Config

from kg.core import logs
from kg.core.settings import Settings
from kg.serving import descriptors, spoken
from kg.serving.connection import Connection, Rules
from kg.serving.watch import Watch


def run(app: str | Callable[..., Any], settings: Settings, listening: socket.socket) -> None:
    """Serve on a bound socket what the factory `app` makes, until told to stop (SIGTERM, SIGINT)."""
    with suppress(KeyboardInterrupt):  # uvicorn passes on what it was told to stop by
        server(app, settings).run(sockets=[listening])


def server(app: str | Callable[..., Any], settings: Settings) -> "Server":
    """A server that is not started.

    Requests know by `state["stopping"]` that it was told to stop; `state["held"]` are its connections, and
    `state["ended"]` counts those that it ended.
    """
    room = descriptors.raised()
    if room < settings.most_connections:
        logs.event("warning", "too few descriptors", wanted=settings.most_connections, connections=room)
        settings = settings.model_copy(update={"most_connections": room})
    rules = Rules(settings, spoken.responses(settings))
    config = Config(
        app,
        factory=True,
        http=cast(Any, partial(Connection, rules)),
        ws="none",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=list(settings.trusted_proxies),
        timeout_keep_alive=settings.idle_seconds,
        timeout_graceful_shutdown=settings.stop_seconds,
        h11_max_incomplete_event_size=spoken.MOST_HEAD,
    )
    return Server(config, settings, rules)


class Server(uvicorn.Server):
    """It says that it is about to stop before it does, and watches its connections to the end."""

    def __init__(self, config: Config, settings: Settings, rules: Rules) -> None:
        super().__init__(config)
        self._rules = rules
        self._notice = settings.notice_seconds
        self._watch = Watch(settings)
        self._watching: asyncio.Task[None] | None = None
        self._stops_at: float | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, and to watch."""
        for listening in sockets or ():
            # whoever is accepted inherits it: else the body of an answer waits 40 ms for the client to confirm its head
            listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await super().startup(sockets)
        held = cast("set[Connection]", self.server_state.connections)
        self.lifespan.state |= {"held": held, "ended": self._rules.ended}
        self._watching = asyncio.create_task(self._watch.keep(held))

    async def on_tick(self, counter: int) -> bool:
        """Whether to stop now: once told so, after the time of notice, in which all goes on."""
        if not await super().on_tick(counter):
            return False
        now = asyncio.get_running_loop().time()
        if self._stops_at is None:
            self._stops_at = now + self._notice
            self.lifespan.state["stopping"] = True
            logs.event("info", "stopping", connections=len(self.server_state.connections))
        return self.force_exit or now >= self._stops_at

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take nothing new, finish what was begun; whoever is still there in the end is cut off."""
        await super().shutdown(sockets)
        for connection in cast("set[Connection]", self.server_state.connections).copy():
            connection.cut_off("stop")
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
