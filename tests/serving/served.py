"""A server of ours in a thread, with a small application behind it, and clients that speak in raw bytes."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from kg.core.settings import Settings
from kg.serving.server import Server, server

BIG = 8_000_000
PATIENCE = 20.0
"""Seconds after which a test has failed: nothing is measured by it."""


@dataclass(frozen=True)
class Served:
    """Where it listens, and what its application has seen."""

    port: int
    server: Server
    seen: list[str] = field(default_factory=list)

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def say(self, *pieces: bytes, ends: bool = False) -> bytes:
        """All that comes back until the server closes; `ends` closes our side after the last piece."""
        with self.connect() as client:
            for piece in pieces:
                client.sendall(piece)
            if ends:
                client.shutdown(socket.SHUT_WR)
            return rest(client)

    def held(self) -> int:
        return len(self.server.server_state.connections)


@contextmanager
def serving(**settings: Any) -> Iterator[Served]:
    """A server by these settings; it has stopped when the block ends."""
    given = {"header_seconds": 0.4, "body_seconds": 0.4, "send_seconds": 0.8, "idle_seconds": 1, "stop_seconds": 2}
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    seen: list[str] = []
    running = server(lambda: application(seen), Settings(**given | settings))
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        until(lambda: running.started)
        yield Served(listening.getsockname()[1], running, seen)
    finally:
        running.should_exit = True
        thread.join(PATIENCE)
        assert not thread.is_alive()


def application(seen: list[str]) -> Callable[..., Any]:
    async def answer(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        if scope["path"] == "/read":
            size, more = 0, True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    seen.append("left")
                    return
                size, more = size + len(message["body"]), message["more_body"]
            body = str(size).encode()
        else:
            body = {"/big": b"x" * BIG, "/client": f"{scope['client'][0]} {scope['scheme']}".encode()}.get(
                scope["path"], b"ok"
            )
        if scope["path"] == "/slow":
            await asyncio.sleep(0.5)
        if scope["path"] == "/stopping":
            body = str(scope["state"].get("stopping", False)).encode()
        seen.append(scope["path"])
        head = [(b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": head})
        await send({"type": "http.response.body", "body": body})

    return answer


def rest(client: socket.socket) -> bytes:
    """What comes until the end; a reset counts as one."""
    found = b""
    try:
        while piece := client.recv(1 << 16):
            found += piece
    except ConnectionResetError:
        found += b"(reset)"
    return found


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "it did not come to hold"
        time.sleep(0.02)


def get(path: str, *headers: str, method: str = "GET") -> bytes:
    return "\r\n".join([f"{method} {path} HTTP/1.1", "Host: localhost", *headers, "", ""]).encode("latin-1")
