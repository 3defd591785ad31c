from tests.api.client import client


def test_live_and_ready() -> None:
    assert client().get("/health/live").json() == {"status": "live"}
    assert client().get("/health/ready").json() == {"status": "ready", "kgVersion": "test"}


def test_the_description_is_openapi_3_1() -> None:
    body = client().get("/openapi.json").json()
    assert body["openapi"].startswith("3.1")
    for path, methods in body["paths"].items():
        for method in methods.values():
            assert method["description"], path
