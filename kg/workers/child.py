"""A worker: `python -m kg.workers.child TASK ARGUMENT MEMORY`. It answers what comes on its standard input, one by one.

TASK is a module with `start(argument)`, which gives back the function that answers. Nothing is kept between two
messages but what `start` opened. The worker ends with whoever started it: a thread waits for the end of the input
while the engine works, so a service that was killed leaves no orphan.
"""

import contextlib
import importlib
import os
import queue
import resource
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from kg.core import logs
from kg.workers.frames import LENGTHS, Frame, packed, unpacked

Answer = Callable[[Frame], Frame]
GENTLE = 5
"""How far a worker steps back for the service itself (`nice`)."""
BACKSTOP = 2
"""Seconds of computing beyond its limit after which a worker ends itself, whoever else is stuck."""


def main(task: str, argument: str, memory: int) -> None:
    """Answer messages until the input ends. `memory` are bytes that may be taken beyond what is held at the start."""
    os.nice(GENTLE)
    output = os.fdopen(os.dup(1), "wb")
    messages: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    answer: Answer = importlib.import_module(task).start(argument)
    threading.Thread(target=_listen, args=(sys.stdin.buffer, messages), daemon=True).start()
    _bound(memory)
    _send(output, Frame({"ready": True}))
    while True:
        message = messages.get()
        _bound_time(message.head.get("seconds", 0))
        _send(output, _answered(answer, message))


def _answered(answer: Answer, message: Frame) -> Frame:
    try:
        reply = answer(message)
    except MemoryError:
        return Frame({"failed": "memory", "peak": 0})
    except Exception as error:  # whatever it was, the next message is answered
        return Frame({"failed": "unexpected", "peak": 0, "trail": [type(error).__name__, *logs.trail(error)]})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Frame(reply.head | {"peak": peak}, reply.body)


def _listen(source: BinaryIO, messages: "queue.SimpleQueue[Frame]") -> None:
    while lengths := source.read(LENGTHS.size):
        head, body = LENGTHS.unpack(lengths)
        messages.put(unpacked(source.read(head + body), head))
    os._exit(0)


def _send(output: BinaryIO, frame: Frame) -> None:
    output.write(packed(frame))
    output.flush()


def _bound(memory: int) -> None:
    """No core dump, and no more memory than this on top of what is mapped now (where the system tells how much)."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(OSError):
        mapped = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + memory, mapped + memory))


def _bound_time(seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + BACKSTOP
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
