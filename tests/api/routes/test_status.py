from tests.api.client import client


def test_live_and_ready() -> None:
    assert client().get("/health/live").json() == {"status": "live"}
    assert client().get("/health/ready").json() == {
        "status": "ready",
        "kgVersion": "test",
        "checks": {"graph": "ready", "store": "ready", "workers": "ready"},
    }


def test_the_description_is_openapi_3_1() -> None:
    body = client().get("/openapi.json").json()
    assert body["openapi"].startswith("3.1")
    for path, methods in body["paths"].items():
        for method in methods.values():
            assert method["description"], path


def test_metrics_count_by_route_and_never_by_question() -> None:
    client().get("/v1/norms/Kari")
    response = client().get("/metrics")
    assert response.headers["content-type"].startswith("text/plain")
    assert 'rettvei_requests_total{method="GET",route="/v1/norms/{norm_id}",status="404"}' in response.text
    assert 'rettvei_graph_info{version="test"} 1.0' in response.text
    assert "rettvei_store_up 1.0" in response.text
    assert "Kari" not in response.text
