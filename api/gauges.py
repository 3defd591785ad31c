"""What /metrics tells of this moment: the graph that answers, its store, workers and their lanes, connections."""

from collections.abc import Iterator, Mapping, Sized
from dataclasses import dataclass

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from kg.serving.connection import ENDS
from kg.wiring import Current
from kg.workers.pool import Pool


@dataclass(frozen=True, slots=True, eq=False)
class Now(Collector):
    """What there is to look at. `held` are the connections of the server, `ended` how many it ended, and why."""

    current: Current
    pool: Pool
    held: Sized = ()
    ended: Mapping[str, int] | None = None

    def collect(self) -> Iterator[Metric]:
        """A look at all of it."""
        graph = self.current.found
        found = InfoMetricFamily("rettvei_graph", "1 for the version of the graph that answers; nothing without one.")
        if graph:
            found.add_metric((), {"version": graph.version})
        yield found
        up = "1 while the source of the graph can be read, and rightly."
        yield GaugeMetricFamily("rettvei_store_up", up, value=not self.current.trouble())
        yield GaugeMetricFamily("rettvei_workers", "Workers that are there, busy or not.", value=self.pool.alive)
        yield GaugeMetricFamily("rettvei_workers_ready", "Workers that wait to be asked.", value=self.pool.ready)
        yield _labelled(
            GaugeMetricFamily("rettvei_queries", "SPARQL queries that run or wait, by lane.", labels=("lane",)),
            {lane: len(getattr(self.pool.lanes, lane)) for lane in ("quick", "slow", "waiting")},
        )
        yield GaugeMetricFamily("rettvei_connections", "Connections that are held now.", value=len(self.held))
        yield _labelled(
            CounterMetricFamily(
                "rettvei_connections_ended",
                "Connections that the server ended: whose client was too slow, one too many, or spoke no HTTP.",
                labels=("why",),
            ),
            dict.fromkeys(ENDS, 0) | dict(self.ended or {}),
        )


def _labelled(family: GaugeMetricFamily | CounterMetricFamily, values: Mapping[str, int]) -> Metric:
    for label, value in values.items():
        family.add_metric((label,), value)
    return family
