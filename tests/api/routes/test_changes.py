import json
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.schemas.base import Page
from api.schemas.lists import Change
from kg.core.settings import Settings
from kg.store import versions
from kg.wiring import Current
from tests import real
from tests.api.client import client

LAW = "https://w3id.org/rettvei/graph/law"


def stamp(home: Path, version: str, day: int, **graphs: str) -> None:
    """A version that says it was built on a day of January with these digests."""
    report = {
        "kg_version": version,
        "software_version": "0",
        "built_at": f"2026-01-{day:02}T00:00:00+00:00",
        "reasoner": None,
        "graphs": dict.fromkeys((LAW,), day),
        "digests": {LAW: graphs["law"]},
        "steps": {},
    }
    said = {"builtAt": report["built_at"], "report": report}
    (versions.at(home, version).directory / "stamp.json").write_text(json.dumps(said), "utf-8")


@pytest.fixture
def asked(tmp_path: Path) -> TestClient:
    """A client of two versions: `test`, and `next`, which answers."""
    for name in ("test", "next"):
        shutil.copytree(real.home() / "versions" / "test", tmp_path / "versions" / name)
    stamp(tmp_path, "test", 1, law="a")
    stamp(tmp_path, "next", 2, law="b")
    versions.point_to(tmp_path, versions.at(tmp_path, "next"))
    return TestClient(create_app(Current(Settings(home=tmp_path))))


def test_changes_since_a_version_name_the_graphs(asked: TestClient) -> None:
    body = asked.get("/v1/changes", params={"since": "test"}).json()
    Page[Change].model_validate(body, extra="forbid")
    assert body["kgVersion"] == "next"
    assert body["items"] == [
        {
            "since": "test",
            "version": "next",
            "builtAt": "2026-01-02T00:00:00+00:00",
            "graphs": [{"graph": LAW, "before": 1, "after": 2}],
        }
    ]


def test_nothing_has_changed_since_the_version_that_answers(asked: TestClient) -> None:
    assert asked.get("/v1/changes", params={"since": "next"}).json()["items"] == []


def test_a_version_that_is_not_kept_is_a_problem_in_words() -> None:
    response = client().get("/v1/changes", params={"since": "gone", "lang": "en"})
    assert response.status_code == 404
    assert response.json()["detail"] == "The version “gone” is not kept here: fetch what you need anew."


def test_the_version_must_be_said_and_is_described_as_one() -> None:
    assert client().get("/v1/changes").json()["reason"] == "missing"
    taken = client().get("/openapi.json").json()["paths"]["/v1/changes"]["get"]["parameters"]
    since = next(p for p in taken if p["name"] == "since")
    assert (since["required"], since["schema"]) == (True, {"type": "string"})
    assert "version" in since["description"]
