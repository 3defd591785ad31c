"""Versions on disk: `versions/<kgVersion>/{store,graph.nq.gz,stamp.json}`, and the pointer `current` beside them.

A version never changes once it has its name; what it holds otherwise than others is written under its `changes/`.
The pointer is a file that holds the name of one version; it is replaced by a rename, so a reader sees the old version
or the new one, whole.
"""

import json
import os
import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kg.core.errors import StoreMissing
from kg.store import oxigraph
from kg.store.port import Store

NO_VERSION = "There is no built graph. Run `rettvei build`."
POINTER = "current"


@dataclass(frozen=True, slots=True)
class Version:
    """A built graph: its id (the kgVersion) and its folder."""

    id: str
    directory: Path

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.directory / "store"

    @property
    def graph(self) -> Path:
        """The whole graph as gzipped N-Quads."""
        return self.directory / "graph.nq.gz"

    def stamp(self) -> dict[str, Any]:
        """What the build wrote down about itself. Raises `StoreMissing` when it cannot be read."""
        try:
            found = json.loads((self.directory / "stamp.json").read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise StoreMissing("The built graph has no readable stamp. Run `rettvei build`.") from error
        if not isinstance(found, dict):
            raise StoreMissing("The built graph has no readable stamp. Run `rettvei build`.")
        return found

    def open(self) -> Store:
        """The store, read-only. Raises `StoreMissing` when it is gone or damaged.

        The engine opens a store whose last files are cut short as an older, smaller one: so sizes are compared.
        """
        said = self.stamp().get("files")
        if said is not None and said != sizes(self.store):
            raise StoreMissing(oxigraph.DAMAGED)
        return oxigraph.on_disk(self.store)


def sizes(store: Path) -> dict[str, int]:
    """The bytes of each file of a store; without its log, which readers write."""
    return {p.name: p.stat().st_size for p in sorted(store.glob("*")) if not p.name.startswith("LOG")}


def folder(home: Path) -> Path:
    """Where the versions lie under a home."""
    return home / "versions"


def at(home: Path, version: str) -> Version:
    """The version of that id, whether it is there or not."""
    return Version(version, folder(home) / version)


def current(home: Path) -> Version:
    """The version that the pointer names. Raises `StoreMissing` without a pointer or when its folder is gone."""
    try:
        name = (folder(home) / POINTER).read_text("utf-8").strip()
    except OSError as error:
        raise StoreMissing(NO_VERSION) from error
    version = at(home, name)
    if Path(name).name != name or name in ("", ".", "..") or not version.directory.is_dir():
        raise StoreMissing("The current version of the graph is gone. Run `rettvei build`.")
    return version


def known(home: Path) -> tuple[Version, ...]:
    """All whole versions, the latest built first."""
    found = [(day, d) for d in folder(home).glob("[!.]*") if (day := _built_at(Version(d.name, d))) is not None]
    return tuple(Version(d.name, d) for _, d in sorted(found, reverse=True))


def point_to(home: Path, version: Version) -> None:
    """Make a version the current one, atomically."""
    new = folder(home) / f".{POINTER}-{os.getpid()}"
    new.write_text(version.id + "\n", "utf-8")
    new.replace(folder(home) / POINTER)


def prune(home: Path, keep: int) -> None:
    """Take away all but the latest versions; the current one always stays."""
    pointed = current(home)
    for version in [v for v in known(home) if v != pointed][keep - 1 :]:
        shutil.rmtree(version.directory, ignore_errors=True)


def _built_at(version: Version) -> datetime | None:
    """When it was built; None for what is no whole version."""
    try:
        return datetime.fromisoformat(str(version.stamp()["builtAt"]))
    except (StoreMissing, KeyError, ValueError):
        return None
