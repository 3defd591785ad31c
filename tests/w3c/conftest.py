"""The endpoint that all tests of the suite are put to."""

from collections.abc import Iterator

import pytest

from tests.w3c.endpoint import Endpoint, serving
from tests.w3c.suite import ABSENT, SUITE


@pytest.fixture(scope="session", autouse=True)
def suite() -> None:
    if not SUITE.is_dir():
        pytest.skip(ABSENT)


@pytest.fixture(scope="session")
def endpoint(suite: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    with serving(tmp_path_factory.mktemp("w3c")) as found:
        yield found
