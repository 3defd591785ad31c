"""A worker: `python -m kg.workers.child TASK MEMORY`. It answers what comes on its standard input, one by one.

TASK is a module with `start(argument)`, which gives back the function that answers. Nothing is kept between two
messages but what `start` opened. The worker ends with whoever started it: a thread waits for the end of the input
while the engine works, so a service that was killed leaves no orphan.
"""

import contextlib
import importlib
import os
import queue
import re
import resource
import sys
import threading
from collections.abc import Callable
from typing import BinaryIO

from kg.core import logs
from kg.workers.frames import LENGTHS, Frame, packed, unpacked

Answer = Callable[[Frame], Frame]
GENTLE = 10
"""How far a worker steps back for the service itself (`nice`)."""
BACKSTOP = 2
"""Seconds of computing beyond its limit after which a worker ends itself, whoever else is stuck."""


def main(task: str, memory: int) -> None:
    """Start with what the first message says, then answer messages until the input ends.

    `memory` are bytes that may be taken beyond what is held at the start.
    """
    os.nice(GENTLE)
    output = os.fdopen(os.dup(1), "wb")
    status = _status()
    messages: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, messages), daemon=True).start()
    answer: Answer = importlib.import_module(task).start(messages.get().head["argument"])
    _bound(_kilobytes(status, "VmSize"), memory)
    _send(output, Frame({"ready": True}))
    while True:
        message = messages.get()
        _bound_time(message.head.get("seconds", 0))
        reply = _answered(answer, message)
        _send(output, Frame(reply.head | {"peak": _kilobytes(status, "VmHWM")}, reply.body))


def _answered(answer: Answer, message: Frame) -> Frame:
    try:
        return answer(message)
    except MemoryError:
        return Frame({"failed": "memory"})
    except Exception as error:  # whatever it was, the next message is answered
        return Frame({"failed": "unexpected", "trail": [type(error).__name__, *logs.trail(error)]})


def _listen(source: BinaryIO, messages: "queue.SimpleQueue[Frame]") -> None:
    while lengths := source.read(LENGTHS.size):
        head, body = LENGTHS.unpack(lengths)
        messages.put(unpacked(source.read(head + body), head))
    os._exit(0)


def _send(output: BinaryIO, frame: Frame) -> None:
    output.write(packed(frame))
    output.flush()


def _status() -> int | None:
    """What the system says of this process (where it does), opened before the task may forbid to open anything."""
    with contextlib.suppress(OSError):
        return os.open("/proc/self/status", os.O_RDONLY)
    return None


def _kilobytes(status: int | None, what: str) -> int:
    """One number of it, as it is now; 0 where it is not said. `ru_maxrss` counts the peak of the parent as well."""
    if status is None:
        return 0
    found = re.search(rb"^%s:\s+(\d+) kB$" % what.encode(), os.pread(status, 1 << 14, 0), re.MULTILINE)
    return int(found[1]) if found else 0


def _bound(mapped: int, memory: int) -> None:
    """No core dump, and no more memory than this on top of what is mapped now (where the system tells how much)."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if mapped:
        most = (mapped << 10) + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _bound_time(seconds: float) -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + seconds) + BACKSTOP
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
