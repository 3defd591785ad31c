"""What has changed since a version, as JSON and as a feed."""

import html
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.atom import MEDIA_TYPE
from api.schemas.changes import Changes
from kg.core.settings import Settings
from kg.wiring import Current
from tests import two_versions
from tests.api.client import client
from tests.two_versions import ADDED, HOSTILE, NEWER, OLDER, REWORDED

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    return TestClient(create_app(Current(two_versions.make(tmp_path_factory.mktemp("home")))))


def feed(asked: TestClient, **given: str) -> ElementTree.Element:
    response = asked.get("/v1/changes", params={"since": OLDER} | given, headers={"Accept": MEDIA_TYPE})
    assert (response.status_code, response.headers["content-type"]) == (200, MEDIA_TYPE)
    return ElementTree.fromstring(response.content)


def texts(element: ElementTree.Element, path: str) -> list[str]:
    return [found.text or "" for found in element.iterfind(path, ATOM)]


def test_norms_that_changed_are_told_with_the_answers_that_differ(asked: TestClient) -> None:
    body = asked.get("/v1/changes", params={"since": OLDER, "lang": "en"}).json()
    Changes.model_validate(body, extra="forbid")
    assert (body["since"], body["kgVersion"], body["total"]) == (OLDER, NEWER, 2)
    added, reworded = body["items"]
    assert (added["norm"]["id"], added["change"]) == (ADDED, "added")
    answers = {(a["question"]["referrer"]["id"], a["question"]["receiver"]["id"]): a for a in added["answers"]}
    answer = answers["child-coordinator", "smp"]
    assert (answer["before"]["outcome"], answer["after"]["outcome"]) != ("permitted", "permitted")
    assert answer["because"] == [ADDED]
    assert added["answersInAll"] >= len(added["answers"])
    assert (reworded["norm"]["id"], reworded["change"], reworded["answers"]) == (REWORDED, "changed", [])
    (field,) = reworded["fields"]
    assert (field["field"], field["before"]) == ("statement", [HOSTILE])


def test_nothing_has_changed_since_the_version_that_answers(asked: TestClient) -> None:
    body = asked.get("/v1/changes", params={"since": NEWER}).json()
    Changes.model_validate(body, extra="forbid")
    assert (body["items"], body["graphs"], body["total"]) == ([], [], 0)


def test_a_page_of_changes(asked: TestClient) -> None:
    body = asked.get("/v1/changes", params={"since": OLDER, "limit": "1", "offset": "1"}).json()
    assert ([i["norm"]["id"] for i in body["items"]], body["total"]) == ([REWORDED], 2)


def test_the_feed_has_what_a_feed_must_have(asked: TestClient) -> None:
    top = feed(asked, lang="en")
    assert top.tag == "{http://www.w3.org/2005/Atom}feed"
    for element in (top, *top.iterfind("a:entry", ATOM)):
        for must in ("id", "title", "updated"):
            assert len(texts(element, f"a:{must}")) == 1, must
        assert texts(element, "a:id")[0].startswith("https://")
        assert datetime.fromisoformat(texts(element, "a:updated")[0]).tzinfo
    assert texts(top, "a:author/a:name") == ["Rettvei"]
    ids = texts(top, "a:entry/a:id")
    assert len(set(ids)) == len(ids) == 2
    assert texts(top, "a:entry/a:title")[0] == "New: A municipality may itself refer to an SMP."
    assert "child coordinator to socio-medical clinic in Norway" in texts(top, "a:entry/a:content")[0]
    links = {link.get("rel"): link.get("href") for link in top.iterfind("a:link", ATOM)}
    assert asked.get(links["self"] or "", headers={"Accept": MEDIA_TYPE}).status_code == 200


def test_hostile_labels_stay_text_in_the_feed(asked: TestClient) -> None:
    (content,) = (c for c in texts(feed(asked), "a:entry/a:content") if "script" in c)
    assert "<script" not in content
    assert HOSTILE.replace("\x07", "\ufffd").replace("\ufffe", "\ufffd") in html.unescape(content)
    assert not list(feed(asked).iter("{http://www.w3.org/2005/Atom}script"))


def test_the_lines_of_an_entry_stay_apart(asked: TestClient) -> None:
    (content, _) = feed(asked, lang="en").iterfind("a:entry/a:content", ATOM)
    first, second, *_ = (content.text or "").split("<br/>")
    assert content.get("type") == "html"
    assert first == "A municipality may itself refer to an SMP."
    assert second.strip().startswith("Answers that differ: ")


def test_links_begin_with_the_address_of_the_service(asked: TestClient) -> None:
    home = asked.app.state.current.home  # type: ignore[attr-defined]
    settings = Settings(home=home, public_url="https://rules.example")
    with TestClient(create_app(Current(settings))) as known:
        links = [link.get("href") or "" for link in feed(known, limit="1").iter("{http://www.w3.org/2005/Atom}link")]
    assert len(links) == 3
    assert all(link.startswith("https://rules.example/v1/") for link in links)


def test_the_id_of_an_entry_is_the_same_in_every_language(asked: TestClient) -> None:
    assert texts(feed(asked), "a:entry/a:id") == texts(feed(asked, lang="en"), "a:entry/a:id")


def test_a_page_of_the_feed_leads_to_the_next(asked: TestClient) -> None:
    seen, address = [], f"/v1/changes?since={OLDER}&limit=1"
    for _ in range(2):
        top = ElementTree.fromstring(asked.get(address, headers={"Accept": MEDIA_TYPE}).content)
        seen += texts(top, "a:entry/a:id")
        address = next((link.get("href") or "" for link in top.iterfind("a:link[@rel='next']", ATOM)), "")
    assert (len(set(seen)), address) == (2, "")


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "application/json"),
        ("application/atom+xml;q=0.9, application/json;q=0.5", MEDIA_TYPE),
        ("image/png", "application/problem+json"),
    ],
)
def test_the_client_chooses_the_form(asked: TestClient, accept: str, media_type: str) -> None:
    response = asked.get("/v1/changes", params={"since": OLDER}, headers={"Accept": accept})
    assert response.headers["content-type"] == media_type
    assert response.status_code == (406 if media_type == "application/problem+json" else 200)


def test_a_client_that_has_the_feed_gets_none(asked: TestClient) -> None:
    given = {"since": OLDER}
    tag = asked.get("/v1/changes", params=given, headers={"Accept": MEDIA_TYPE}).headers["etag"]
    again = asked.get("/v1/changes", params=given, headers={"Accept": MEDIA_TYPE, "If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert asked.get("/v1/changes", params=given).headers["etag"] != tag


def test_a_version_that_is_not_kept_is_a_problem_that_names_the_others(asked: TestClient) -> None:
    response = asked.get("/v1/changes", params={"since": "gone", "lang": "en"})
    assert response.status_code == 404
    assert response.json()["versions"] == [NEWER, OLDER]
    said = "The version “gone” is not kept here: fetch what you need anew. You can ask for changes since test, older."
    assert response.json()["detail"] == said


def test_the_version_must_be_said_and_is_described_as_one() -> None:
    assert client().get("/v1/changes").json()["reason"] == "missing"
    taken = client().get("/openapi.json").json()["paths"]["/v1/changes"]["get"]["parameters"]
    since = next(p for p in taken if p["name"] == "since")
    assert (since["required"], since["schema"]) == (True, {"type": "string"})
    assert "version" in since["description"]


def test_the_home_is_not_walked(asked: TestClient, tmp_path: Path) -> None:
    for since in ("../test", "..", ".", "/", str(tmp_path)):
        assert asked.get("/v1/changes", params={"since": since}).status_code == 404
