"""Our decision in a world of a hundred countries, against the shipped graph; and how its index compiles."""

from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench import shipped, timing
from bench.questions import HOME, municipalities, questions
from bench.result import Result
from bench.world import Size, world
from kg.decisions.permission import check
from kg.index.index import Index
from kg.model.question import Question
from kg.store import oxigraph

WITHIN = 1.5


class Measured(NamedTuple):
    """What the process that held the world found."""

    norms: int
    compile_seconds: float
    gigabytes: float
    shipped_ms: float
    world_ms: float


def measure() -> Mapping[str, Result]:
    """The median of a thousand questions at places drawn from all; in a process that does nothing else."""
    with TemporaryDirectory() as folder:
        store = write(Path(folder), Size())
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
            found = other.submit(inside, store).result()
    name = f"the shipped graph (ours: {found.norms} norms by place)"
    ours, small = found.world_ms, found.shipped_ms
    return {
        "decision-at-100x": Result(ours=ours, peer=small, unit="ms", peer_name=name, at_least=1 / WITHIN),
        "index-at-100x-seconds": Result(ours=found.compile_seconds, peer=60, unit="s", peer_name="the limit"),
        "index-at-100x-memory": Result(ours=found.gigabytes, peer=2, unit="GB", peer_name="the limit"),
    }


def write(folder: Path, size: Size) -> Path:
    """The shipped graph and the world in one store on disk."""
    version, plain = shipped.current(), folder / "world.nq"
    index = shipped.index_of(version.open(), version.id)
    with plain.open("w", encoding="utf-8") as file:
        file.writelines(shipped.quads(version))
        file.writelines(world(index, HOME, size))
    oxigraph.write(folder / "store", plain)
    plain.unlink()
    return folder / "store"


def inside(store: Path) -> Measured:
    """Compile the world's index, then decide in it and in the shipped one."""
    held: list[Index] = []
    taken = timing.once(lambda: held.append(shipped.index_of(oxigraph.on_disk(store), "world")))
    peak = gigabytes()
    large, small = held[0], shipped.index()
    shipped_ms, world_ms = timing.medians(partial(check, small), asked(small), partial(check, large), asked(large))
    return Measured(len(large.shelf.by_id), taken, peak, shipped_ms, world_ms)


def gigabytes() -> float:
    """The most memory that this process has held: what it was forked from, which getrusage counts too, left out."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(status["VmHWM"].split()[0]) / 2**20


def asked(index: Index) -> list[Question]:
    """The same thousand questions, at places of this index."""
    return questions(index, municipalities(index))
