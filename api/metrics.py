"""What /metrics counts: requests by route and status, how long they took, and which graph answers.

Routes are counted by their pattern, never by address: no label grows with what people ask.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5)


class Metrics:
    """The counts of one application."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter("rettvei_requests", "Requests", ("method", "route", "status"), registry=self._registry)
        self._seconds = Histogram(
            "rettvei_request_seconds", "Time to answer", ("route",), buckets=_SECONDS, registry=self._registry
        )
        self._graph = Gauge("rettvei_graph", "1 for the graph that answers", ("version",), registry=self._registry)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def answers(self, version: str) -> None:
        """The graph that answers now, and no other."""
        self._graph.clear()
        self._graph.labels(version).set(1)

    def text(self) -> bytes:
        """All of it in the exposition format."""
        return generate_latest(self._registry)
