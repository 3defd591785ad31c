"""The real graph as the current version of a home, with the file that releases are made from."""

import gzip
import shutil
from pathlib import Path

import pytest

from kg.core.settings import Settings
from kg.store import versions
from tests import real


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    home = tmp_path / "home"
    shutil.copytree(real.home(), home)
    versions.current(home).graph.write_bytes(gzip.compress(real.release(), compresslevel=1))
    return Settings(home=home)
