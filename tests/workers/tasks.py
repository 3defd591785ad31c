"""Tasks for the workers of tests: they do what the message says."""

import os
import resource
import signal
import sys
import time
from pathlib import Path

from kg.workers.child import Answer
from kg.workers.frames import Frame


def start(argument: str) -> Answer:
    """A worker that cannot start when told so, or cannot open anything afterwards."""
    if argument == "broken":
        sys.exit(1)
    if argument == "shut":
        resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
    return lambda message: answered(argument, message)


def answered(argument: str, message: Frame) -> Frame:
    """What the body asks for, and an echo of it."""
    order, _, rest = message.body.decode().partition(" ")
    if order == "sleep":
        time.sleep(float(rest))
    elif order == "work":
        end = time.process_time() + float(rest)
        while time.process_time() < end:
            pass
    elif order == "spin":
        while True:
            pass
    elif order == "hold":
        bytearray(int(rest) * 1_000_000)
    elif order == "fill":
        bytes(range(250)) * (int(rest) * 4_000)
    elif order == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif order == "once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "fail":
        raise KeyError(rest)
    return Frame({"argument": argument, "pid": os.getpid()}, message.body)
