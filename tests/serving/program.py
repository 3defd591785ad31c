"""The whole service as a process of its own, over the real graph, and what it holds."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import real
from tests.serving.served import PATIENCE, get, until

PROGRAM = """
import socket
from kg.core import logs
from kg.core.settings import Settings
from kg.serving import server
logs.configure("info")
listening = socket.socket()
listening.bind(("127.0.0.1", 0))
listening.listen(2048)
print(listening.getsockname()[1], flush=True)
server.run("api.app:create", Settings(), listening)
"""
CHECK = get("/v1/referrals/check?referrer=gp&receiver=smp&on=2026-11-24")


@dataclass(frozen=True)
class Program:
    """Where it listens, its process, and the file of its log."""

    port: int
    process: subprocess.Popen[str]
    log: Path

    def descriptors(self) -> int:
        return len(list(Path(f"/proc/{self.process.pid}/fd").iterdir()))

    def memory(self) -> int:
        """Bytes in memory, of this process alone."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text("ascii").split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def children(self) -> list[int]:
        tasks = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(pid) for task in tasks for pid in task.read_text("ascii").split()]

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE)


@contextmanager
def running(**settings: str) -> Iterator[Program]:
    """The service by these settings; it is gone when the block ends."""
    given = {f"RETTVEI_{name.upper()}": value for name, value in settings.items()}
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "log"
        with log.open("w") as told:
            process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM],
                env=os.environ | {"RETTVEI_HOME": str(real.home())} | given,
                stdout=subprocess.PIPE,
                stderr=told,
                text=True,
            )
        try:
            assert process.stdout is not None
            yield Program(int(process.stdout.readline()), process, log)
        finally:
            process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()


def is_gone(pid: int) -> bool:
    """Whether a process has ended, its parent aside."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def wait_for_end(pids: list[int]) -> None:
    until(lambda: all(map(is_gone, pids)))
