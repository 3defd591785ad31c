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
        self._replaced = Counter(
            "rettvei_workers_replaced", "Workers replaced, and why", ("why",), registry=self._registry
        )
        self._store = Gauge("rettvei_store_up", "1 while the source of the graph answers", registry=self._registry)
        self._answering = ""
        self._graph = Gauge("rettvei_graph", "1 for the graph that answers", ("version",), registry=self._registry)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def replaced(self, why: str) -> None:
        """One worker that was replaced: see `kg.workers.pool`."""
        self._replaced.labels(why).inc()

    def answers(self, version: str) -> None:
        """The graph that answers now, and no other; none while there is none."""
        if version == self._answering:
            return
        self._answering = version
        self._graph.clear()
        if version:
            self._graph.labels(version).set(1)

    def store(self, *, well: bool) -> None:
        """Whether the source of the graph could be read when it was last looked at."""
        self._store.set(well)

    def text(self) -> bytes:
        """All of it in the exposition format."""
        return generate_latest(self._registry)
