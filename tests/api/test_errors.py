import pytest
from starlette.testclient import TestClient

from api.app import create_app
from api.errors import MEDIA_TYPE, STATUS
from kg.core.errors import RettveiError
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real
from tests.api.client import client


def every(kind: type[RettveiError]) -> set[type[RettveiError]]:
    return {kind, *(e for sub in kind.__subclasses__() for e in every(sub))}


def test_every_error_has_a_status() -> None:
    assert set(STATUS) == {e for e in every(RettveiError) if e.__module__.startswith("kg.")}


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/nope", 404, "not-found"),
        ("/v1/norms/nope", 404, "not-found"),
        ("/v1/queries/no/pe", 404, "not-found"),
        ("/v1/referrals/check?referrer=fastlge&receiver=dps", 404, "unknown-name"),
        ("/v1/referrals/check?referrer=gp", 400, "bad-input"),
        ("/v1/referrals/check?referrer=gp&referrer=gp&receiver=dps", 400, "bad-input"),
        ("/v1/referrals/check?referrer=gp&receiver=dps&colour=red", 400, "bad-input"),
        ("/v1/referrals/check?referrer=gp&receiver=dps&on=2018-02-30", 400, "bad-input"),
        ("/v1/referrals/who?receiver=dps&limit=-1", 400, "bad-input"),
        ("/v1/referrals/who?receiver=dps&limit=9999999999999999999999", 400, "bad-input"),
        ("/v1/referrals/who?receiver=dps&all=maybe", 400, "bad-input"),
        ("/v1/referrals/who?receiver=dps&lang=xx", 400, "bad-input"),
        ("/v1/referrals/check?decision=a.b", 400, "bad-input"),
        ("/v1/referrals/check?referrer=" + "x" * 9000, 414, "too-large"),
    ],
)
def test_bad_requests_are_problems(path: str, status: int, code: str) -> None:
    response = client().get(path)
    body = response.json()
    assert response.status_code == status
    assert response.headers["content-type"] == MEDIA_TYPE
    assert (body["status"], body["code"]) == (status, code)
    assert body["title"]
    assert body["detail"]


def test_an_unknown_name_offers_the_closest() -> None:
    body = client().get("/v1/referrals/check?referrer=fastlge&receiver=dps").json()
    assert body["closest"][0] == "gp"
    assert body["parameter"] == "referrer"


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/sparql", "GET, HEAD, POST"),
        ("/v1/referrals/check", "GET, HEAD"),
        ("/v1/norms/nope", "GET, HEAD"),
        ("/access/v1/evaluation", "POST"),
        ("/om", "GET, HEAD"),
        ("/openapi.json", "GET, HEAD"),
        ("/static/style.css", "GET, HEAD"),
    ],
)
def test_all_methods_of_an_address_are_told_to_who_takes_another(path: str, methods: str) -> None:
    response = client().put(path)
    assert (response.status_code, response.headers["allow"]) == (405, methods)


def test_other_methods_are_refused() -> None:
    response = client().post("/v1/referrals/check")
    assert (response.status_code, response.json()["code"]) == (405, "method-not-allowed")


def test_what_breaks_inside_tells_nothing_of_the_server() -> None:
    app = create_app(Current(Settings(home=real.home())))

    @app.get("/boom")
    async def boom() -> None:
        raise RuntimeError("/secret/path")

    response = TestClient(app, raise_server_exceptions=False).get("/boom")
    assert response.status_code == 500
    assert "secret" not in response.text
    assert "Traceback" not in response.text


def test_a_problem_is_said_in_the_language_of_the_reader() -> None:
    path = "/v1/referrals/check?referrer=fastlge&receiver=dps"
    assert client().get(path).json()["title"] == "Ukjent navn"
    assert client().get(path, headers={"Accept-Language": "en-GB"}).json()["title"] == "Unknown name"
    assert client().get(path + "&lang=en").json()["detail"].startswith("We know of no “fastlge”")
