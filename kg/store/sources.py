"""Where versions of the graph come from: a folder on disk, or an endpoint elsewhere. Each names one, and opens it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from kg.core.errors import StoreUnavailable
from kg.store import probe, released, versions
from kg.store.endpoint import Endpoint
from kg.store.port import Rows, Store, Triple
from kg.store.remote import RemoteStore

GLANCE = 5.0
"""Seconds within which an endpoint has to say its version."""


class Source(Protocol):
    """One place where versions stand. Raises `StoreMissing` or `StoreUnavailable` when there is none to be had."""

    def named(self) -> str:
        """The version that stands there now. It does not take long to tell."""
        ...

    def open(self, version: str) -> Store:
        """The store of the version named, fit to be asked."""
        ...

    def confirm(self, version: str) -> None:
        """After all has been read of it: raises `StoreUnavailable` when another version has come in between."""
        ...

    def location(self, version: str) -> str:
        """Where another process finds it: a folder, or the address of an endpoint."""
        ...

    @property
    def keeps_earlier(self) -> bool:
        """Whether a version can still be asked when another one is named."""
        ...


class Disk:
    """The versions under a home, made by `rettvei build`."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def named(self) -> str:
        """The version that the pointer names."""
        return versions.current(self._home).id

    def open(self, version: str) -> Store:
        """Its store, read-only, whole as it was built."""
        return versions.at(self._home, version).open()

    def confirm(self, version: str) -> None:
        """A version on disk never changes."""

    @property
    def keeps_earlier(self) -> bool:
        """Each version has a folder of its own."""
        return True

    def location(self, version: str) -> str:
        """Its folder."""
        return str(versions.at(self._home, version).store)


class Remote:
    """The one version that a SPARQL endpoint holds, filled from the release file of a build."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._glance = RemoteStore(replace(endpoint, seconds=min(GLANCE, endpoint.seconds)))

    def named(self) -> str:
        """The version that its release states."""
        return released.version(self._glance)

    def open(self, version: str) -> Store:
        """The endpoint, once it is known to hold the version whole and to answer rightly."""
        store = RemoteStore(self._endpoint)
        released.check_whole(store)
        probe.check(store)
        return store

    def confirm(self, version: str) -> None:
        """Ask again."""
        if self.named() != version:
            raise changing()

    @property
    def keeps_earlier(self) -> bool:
        """There is one address for all."""
        return False

    def location(self, version: str) -> str:
        """Its address."""
        return self._endpoint.url


class Gone:
    """A store that cannot be asked now: whoever asks is told why, at once."""

    def __init__(self, why: StoreUnavailable) -> None:
        self.why = why

    def select(self, query: str) -> Rows:
        """Raises `StoreUnavailable`."""
        raise again(self.why)

    def ask(self, query: str) -> bool:
        """Raises `StoreUnavailable`."""
        raise again(self.why)

    def construct(self, query: str) -> Iterator[Triple]:
        """Raises `StoreUnavailable`."""
        raise again(self.why)


def again(error: StoreUnavailable) -> StoreUnavailable:
    """The same error anew: one that is raised twice would keep the trails of both."""
    return StoreUnavailable(error.message, **error.details)


def changing() -> StoreUnavailable:
    """What is said while a new version of an endpoint is read."""
    return StoreUnavailable("The store was given another version, which is being read.", reason="changing")
