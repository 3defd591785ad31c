"""The watch and how a connection is left: what one connection does to it keeps no other from being looked at."""

import asyncio
from types import SimpleNamespace
from typing import Any

from kg.core.settings import Settings
from kg.serving.leaving import Leaving
from kg.serving.watch import Watch


class Silent:
    """A connection whose client sends no head."""

    def __init__(self, *, breaks: bool) -> None:
        self.took_some = False
        self.cut: list[str] = []
        self._breaks = breaks

    def waits_for(self) -> tuple[str, object]:
        return "headers", None

    def unread(self) -> int:
        return 0

    def cut_off(self, phase: str) -> None:
        if self._breaks:
            raise OSError(107, "Transport endpoint is not connected")
        self.cut.append(phase)


def test_one_that_cannot_be_cut_off_keeps_no_other() -> None:
    watch, broken, whole = Watch(Settings(header_seconds=1)), Silent(breaks=True), Silent(breaks=False)
    connections: Any = [broken, whole]
    watch.look(connections, 0)
    watch.look(connections, 2)
    assert whole.cut == ["headers"]


def test_one_that_was_reset_is_dropped() -> None:
    called: list[str] = []

    def reset() -> None:
        raise OSError(107, "Transport endpoint is not connected")

    inner: Any = SimpleNamespace(
        is_closing=lambda: False,
        resume_reading=lambda: called.append("resume"),
        write_eof=reset,
        abort=lambda: called.append("abort"),
    )
    leaving = Leaving(inner, is_sending=lambda: True)
    leaving.close()
    assert called == ["resume", "abort"]
    assert isinstance(leaving, asyncio.Transport)
