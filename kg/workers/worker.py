"""One worker as its service sees it: a process that is asked, slowed down, and killed."""

import asyncio
import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from kg.workers.frames import LENGTHS, Frame, packed, unpacked

START_SECONDS = 20.0
"""Seconds in which a worker has to be ready."""

LAST = 19
"""The gentlest `nice` there is: what takes long runs when nobody else wants to."""


class Died(Exception):
    """The process ended before it answered; `signal` says by which signal, where it was one."""

    def __init__(self, signal: int | None) -> None:
        super().__init__(signal)
        self.signal = signal


@dataclass(slots=True, eq=False)
class Worker:
    """A process that answers one message at a time."""

    process: asyncio.subprocess.Process
    argument: str
    worn: bool = False
    """It has worked long or grown large: not to be asked again."""

    @property
    def alive(self) -> bool:
        """Whether the process is there, as far as is known."""
        return self.process.returncode is None

    async def ask(self, frame: Frame) -> Frame:
        """The answer. Raises `Died`."""
        stdin, stdout = self.process.stdin, self.process.stdout
        assert stdin is not None
        assert stdout is not None
        try:
            stdin.write(packed(frame))
            await stdin.drain()
            return await self.heard(stdout)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Died(await self.ended()) from None

    @staticmethod
    async def heard(stdout: asyncio.StreamReader) -> Frame:
        """The next message."""
        head, body = LENGTHS.unpack(await stdout.readexactly(LENGTHS.size))
        return unpacked(await stdout.readexactly(head + body), head)

    def computed(self) -> float | None:
        """Seconds of computing since it started; None where the system does not tell."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        except OSError:
            return None
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def slow_down(self) -> None:
        """Let everybody else go first, from now on."""
        self.worn = True
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.process.pid, LAST)

    def kill(self) -> None:
        """At once, whatever it does."""
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()

    async def ended(self) -> int | None:
        """The signal that ended it, or None. Waits for the end: the pipe has closed or `kill` was called."""
        code = await self.process.wait()
        return -code if code < 0 else None

    async def close(self) -> None:
        """Let go of the pipes of a process that has ended."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        with contextlib.suppress(ConnectionError):
            await self.process.stdin.wait_closed()


async def started(task: str, argument: str, memory: int) -> Worker:
    """A worker that is ready to be asked. Raises `Died` when it ends before, or is not ready in time."""
    command = (sys.executable, "-P", "-m", "kg.workers.child", task, str(memory))
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={"PATH": os.environ.get("PATH", ""), "RUST_BACKTRACE": "0"},
        )
    except OSError:  # no descriptor, no process, no memory is left
        raise Died(None) from None
    worker = Worker(process, argument)
    try:
        async with asyncio.timeout(START_SECONDS):
            await worker.ask(Frame({"argument": argument}))  # not on the command line, which everybody may read
    except (Died, TimeoutError):
        worker.kill()
        signal = await worker.ended()
        await worker.close()
        raise Died(signal) from None
    return worker
