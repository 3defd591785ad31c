"""Clocks: the best of five runs of whatever is measured."""

import statistics
from collections.abc import Callable, Iterable, Sequence
from time import perf_counter, perf_counter_ns
from typing import TypeVar

RUNS = 5

T = TypeVar("T")
Pair = tuple[float, float]


def milliseconds(call: Callable[[T], object], items: Iterable[T]) -> list[float]:
    """How long the call takes for each item."""
    taken = []
    for item in items:
        start = perf_counter_ns()
        call(item)
        taken.append((perf_counter_ns() - start) / 1e6)
    return taken


def median(call: Callable[[T], object], items: Sequence[T]) -> float:
    """The median over the items, best of five runs over all of them."""
    return min(statistics.median(milliseconds(call, items)) for _ in range(RUNS))


def medians(one: Callable[[T], object], ones: Sequence[T], other: Callable[[T], object], others: Sequence[T]) -> Pair:
    """The medians of two calls, run in turns: whatever else the machine does then meets both."""
    runs = [
        (statistics.median(milliseconds(one, ones)), statistics.median(milliseconds(other, others)))
        for _ in range(RUNS)
    ]
    return min(first for first, _ in runs), min(second for _, second in runs)


def percentile_95(call: Callable[[T], object], items: Sequence[T]) -> float:
    """The 95th percentile over the items, best of five runs over all of them."""
    return min(statistics.quantiles(milliseconds(call, items), n=20)[-1] for _ in range(RUNS))


def seconds(call: Callable[[], object]) -> float:
    """The best of five runs of something slow."""
    return min(once(call) for _ in range(RUNS))


def once(call: Callable[[], object]) -> float:
    """How many seconds one run takes."""
    start = perf_counter()
    call()
    return perf_counter() - start
