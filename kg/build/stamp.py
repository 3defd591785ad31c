"""The kgVersion: a hash of all that a build is made from. Imports no RDF library: it is read on each start."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import kg

INPUTS = frozenset({".toml", ".ttl", ".csv", ".rq"})
ROOMS = ("core", "sources", "build", "validation", "store")


def kg_version(ontology: Path) -> str:
    """Twelve hex digits over the software version, the code that builds, and the files of the ontology."""
    package = Path(kg.__file__).parent
    whole = hashlib.sha256(kg.__version__.encode())
    for name, content in (*_files(ontology, ontology, INPUTS), *_code(package)):
        for part in (name.encode(), content):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()[:12]


def _code(package: Path) -> Iterator[tuple[str, bytes]]:
    """The code counts too: a mended inference makes another graph of the same files."""
    for room in ROOMS:
        yield from _files(package / room, package, frozenset({".py", ".trig"}))


def _files(folder: Path, root: Path, suffixes: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in suffixes and path.is_file():
            yield path.relative_to(root).as_posix(), path.read_bytes()
