"""The Oxigraph server passes the contract over HTTP."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from kg.store.endpoint import Endpoint
from kg.store.remote import RemoteStore
from tests.store.contract import Contract
from tests.store.served import served
from tests.store.short import Opener


class TestRemote(Contract):
    @pytest.fixture
    def store_of(self) -> Iterator[Opener]:
        with ExitStack() as running:
            yield lambda quads: RemoteStore(Endpoint(running.enter_context(served(quads)).url))
