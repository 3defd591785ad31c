"""What /metrics counts: requests and how long they took, problems, decisions by outcome, workers that were replaced.

Routes are counted by their pattern, never by address: no label grows with what people ask. `deploy/README.md` has a
table of all of them, and of what `api.gauges` adds, which a test compares with both.
"""

from collections.abc import Iterable

import prometheus_client
from fastapi import Request
from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector, generate_latest
from prometheus_client.registry import Collector

from kg.model.decision import Outcome
from kg.workers.pool import REASONS

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5)


class Metrics:
    """The counts of one application."""

    def __init__(self) -> None:
        # a series more for each, which the text format does not know
        prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]
        here = self._registry = CollectorRegistry()
        self._requests = Counter(
            "rettvei_requests",
            "Requests that were answered; 499 is one whose client had left.",
            ("method", "route", "status"),
            registry=here,
        )
        self._seconds = Histogram(
            "rettvei_request_seconds",
            "Seconds until a request was answered.",
            ("route",),
            buckets=_SECONDS,
            registry=here,
        )
        self._problems = Counter(
            "rettvei_problems", "Answers that were a problem, by its code.", ("route", "code"), registry=here
        )
        self._decisions = Counter(
            "rettvei_decisions", "Decisions that were given, by their outcome.", ("route", "outcome"), registry=here
        )
        self._replaced = Counter(
            "rettvei_workers_replaced", "Workers that were replaced, and why.", ("why",), registry=here
        )
        for why in REASONS:
            self._replaced.labels(why)
        ProcessCollector(registry=here)

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """One request that was answered."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def problem(self, route: str, code: str) -> None:
        """One answer that was the problem of this code."""
        self._problems.labels(route, code).inc()

    def decided(self, route: str, outcome: Outcome) -> None:
        """One decision that was given."""
        self._decisions.labels(route, outcome.value).inc()

    def replaced(self, why: str) -> None:
        """One worker that was replaced: see `kg.workers.pool`."""
        self._replaced.labels(why).inc()

    def text(self, *now: Collector) -> bytes:
        """All of it in the exposition format, and what `now` tells."""
        return generate_latest(self._registry) + b"".join(map(_written, now))


def decided(request: Request, outcomes: Iterable[Outcome]) -> None:
    """Count the decisions that this request is answered with."""
    metrics: Metrics = request.app.state.metrics
    for outcome in outcomes:
        metrics.decided(request.scope["route"].path, outcome)


def _written(collector: Collector) -> bytes:
    registry = CollectorRegistry()
    registry.register(collector)
    return generate_latest(registry)
