"""The real graph on an Oxigraph server, as an operator serves the store of a built version."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.store import oxigraph, versions
from tests import real
from tests.store.served import Server


@contextmanager
def serving(folder: Path | None = None) -> Iterator[Server]:
    """A server over the store of the version `test`, or over another folder."""
    server = Server(folder or versions.at(real.home(), "test").store)
    server.start()
    try:
        yield server
    finally:
        server.kill()


def another(folder: Path, *changes: tuple[bytes, bytes]) -> Path:
    """The store of a release in which some text is replaced."""
    quads = real.release()
    for old, new in changes:
        assert old in quads
        quads = quads.replace(old, new)
    folder.mkdir()
    (folder / "graph.nq").write_bytes(quads)
    oxigraph.write(folder / "store", folder / "graph.nq")
    return folder / "store"
