import gc
import shutil
from pathlib import Path

from starlette.testclient import TestClient

from kg.core.settings import Settings
from tests.api.client import application, client


def test_the_list_is_made_from_the_headers() -> None:
    items = client().get("/v1/queries", params={"limit": "500"}).json()["items"]
    found = next(i for i in items if i["name"] == "referral/matches")
    assert [p["name"] for p in found["params"]] == ["place", "on"]
    assert set(found["titles"]) == {"nb", "en"}


def test_one_runs_with_its_parameters() -> None:
    body = (
        client()
        .get("/v1/queries/referral/matches", params={"place": "norway", "on": "2026-11-24", "limit": "5"})
        .json()
    )
    assert len(body["items"]) == 5
    assert set(body["items"][0]) == {"norm", "referrer", "receiver"}


def test_a_value_of_the_wrong_type_is_named() -> None:
    response = client().get("/v1/queries/referral/matches", params={"place": "norway", "on": "someday"})
    assert response.status_code == 400
    assert response.json()["detail"] == "«someday» kan ikke stå i «on», som er av typen date."


def test_an_edited_query_gives_other_tags(tmp_path: Path) -> None:
    queries = tmp_path / "queries"
    shutil.copytree(Settings().queries, queries)
    paths = ("/v1/queries/sources/instruments", "/v1/referrals/check?referrer=gp&receiver=dps&on=2026-11-24")
    before = [client().get(path).headers["etag"] for path in paths]
    same = TestClient(application(text=tmp_path))
    assert [same.get(path).headers["etag"] for path in paths] == before
    query = queries / "sources/instruments.rq"
    query.write_text(query.read_text("utf-8").replace("on this day", "on that day"), "utf-8")
    other = TestClient(application(text=tmp_path))
    assert not {other.get(path).headers["etag"] for path in paths} & set(before)


def test_a_page_that_cannot_be_is_refused_before_the_engine_begins() -> None:
    """The engine's rows belong to the thread that asked: an error that carries them elsewhere would be told there."""
    for _ in range(20):
        assert client().get("/v1/queries/sources/instruments", params={"limit": "501"}).status_code == 400
    gc.collect()
