"""Whether the server can answer: named checks, which whoever has something to look after adds to `app.state.checks`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

READY = "ready"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that can be amiss.

    `ask` says what is the matter, in a few words of ours, or nothing; it must not wait for anything. What is not
    `needed` leaves the server ready: it answers, though not everything.
    """

    ask: Callable[[], str]
    needed: bool = True


def found(checks: Mapping[str, Check]) -> dict[str, str]:
    """What each says, `ready` where nothing is the matter."""
    return {name: check.ask() or READY for name, check in checks.items()}


def failing(checks: Mapping[str, Check], said: Mapping[str, str]) -> list[str]:
    """The needed ones that are not ready."""
    return [name for name, check in checks.items() if check.needed and said[name] != READY]
