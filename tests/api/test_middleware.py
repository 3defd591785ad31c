from dataclasses import replace
from itertools import cycle

import pytest
from starlette.testclient import TestClient

from kg.wiring import Current, Graph
from kg.wording.voice import voices, writers
from tests.api.client import application, client

PATH = "/v1/referrals/check?referrer=gp&receiver=smp&on=2026-11-24"


def test_every_answer_of_v1_names_its_graph() -> None:
    response = client().get(PATH)
    assert response.headers["kg-version"] == "test"
    assert response.headers["vary"] == "Accept, Accept-Language"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in response.headers["content-security-policy"]


def test_a_client_that_has_the_answer_gets_none() -> None:
    tag = client().get(PATH).headers["etag"]
    again = client().get(PATH, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)


def test_the_tag_changes_with_language_and_question() -> None:
    tags = {
        client().get(PATH).headers["etag"],
        client().get(PATH + "&lang=en").headers["etag"],
        client().get(PATH, headers={"Accept-Language": "en"}).headers["etag"],
        client().get(PATH.replace("smp", "dps")).headers["etag"],
        client().get(PATH.replace("2026", "2025")).headers["etag"],
    }
    assert len(tags) == 5


def named(graph: Graph, version: str) -> Graph:
    index = replace(graph.index, version=version)
    spoken = voices(index)
    return replace(graph, version=version, index=index, voices=spoken, writers=writers(spoken))


def test_one_request_sees_one_graph(monkeypatch: pytest.MonkeyPatch) -> None:
    app = application()
    turns = cycle([named(app.state.current.graph(), version) for version in ("one", "other")])
    monkeypatch.setattr(Current, "found", property(lambda _: next(turns)))
    for version in ("one", "other"):
        response = TestClient(app).get(PATH)
        assert response.json()["kgVersion"] == response.headers["kg-version"] == version


def test_the_log_names_the_route_and_not_what_was_asked(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="rettvei"):
        client().get("/v1/referrals/check?referrer=gp&receiver=Kari")
        client().get("/v1/norms/Kari")
    told = [getattr(r, "fields", {}) for r in caplog.records]
    assert [t["route"] for t in told] == ["/v1/referrals/check", "/v1/norms/{norm_id}"]
    assert "Kari" not in str(told) + caplog.text


ORIGIN = {"Origin": "https://a.example"}
PREFLIGHT = ORIGIN | {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "X-Request-ID"}


def test_pages_of_other_origins_read_nothing_unless_it_is_set() -> None:
    assert "access-control-allow-origin" not in client().get(PATH, headers=ORIGIN).headers
    assert client().options(PATH, headers=PREFLIGHT).status_code == 405


def test_those_that_are_set_may_read() -> None:
    opened = TestClient(application(cors_origins=("https://a.example",)))
    response = opened.get(PATH, headers=ORIGIN)
    assert response.headers["access-control-allow-origin"] == "https://a.example"
    assert "KG-Version" in response.headers["access-control-expose-headers"]
    assert set(response.headers["vary"].split(", ")) == {"Origin", "Accept", "Accept-Language"}
    assert opened.options(PATH, headers=PREFLIGHT).headers["access-control-allow-methods"] == "GET, HEAD"
    assert "access-control-allow-origin" not in opened.get(PATH, headers={"Origin": "https://b.example"}).headers


@pytest.mark.parametrize("origins", [("https://a.example",), ("*",)])
def test_nobody_may_write(origins: tuple[str, ...]) -> None:
    asked = PREFLIGHT | {"Access-Control-Request-Method": "POST"}
    assert TestClient(application(cors_origins=origins)).options("/v1/actors", headers=asked).status_code == 400
