"""What the tests of builds share: a small ontology, and builds without the reasoner, which has its own tests."""

from pathlib import Path

import pytest

from kg.build import pipeline
from kg.core.settings import Settings
from tests.build import planting


@pytest.fixture
def no_java(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline.reason, "available", lambda: False)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    planting.ontology(tmp_path)
    return planting.settings(tmp_path)
