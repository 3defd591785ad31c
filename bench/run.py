"""Runs the measures, prints a table and writes `bench/out/results.json`: `python -m bench.run [NAME…]`."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from bench import (
    build_seconds,
    decision_at_100x,
    decision_vs_cedar,
    explain_ms,
    http_check_vs_constant,
    http_check_vs_rdflib_endpoint,
    lists,
    named_query_vs_oxigraph,
    ready_seconds,
    sparql_under_attack,
)
from bench.result import Result, as_json, as_table

OUT = Path(__file__).parent / "out" / "results.json"

Measure = Callable[[], Mapping[str, Result]]

MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "decision-vs-cedar": decision_vs_cedar.measure,
        "explain-ms": explain_ms.measure,
        "decision-at-100x": decision_at_100x.measure,
        "ready-seconds": ready_seconds.measure,
        "build-seconds": build_seconds.measure,
        "http-check-vs-constant": http_check_vs_constant.measure,
        "sparql-under-attack": sparql_under_attack.measure,
        "http-check-vs-rdflib-endpoint": http_check_vs_rdflib_endpoint.measure,
        "lists": lists.measure,
        "named-query-vs-oxigraph": named_query_vs_oxigraph.measure,
    }
)


def main(names: Sequence[str], measures: Mapping[str, Measure] = MEASURES, out: Path = OUT) -> int:
    """Run the named measures, or all. 0 when every promise is kept, 1 when one is missed, 2 for an unknown name."""
    unknown = [name for name in names if name not in measures]
    if unknown:
        sys.stderr.write(f"There is no measure {', '.join(unknown)}. There are: {', '.join(measures)}.\n")
        return 2
    results = {key: result for name in names or measures for key, result in measures[name]().items()}
    sys.stdout.write(as_table(results) + "\n")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(as_json(results), indent=2) + "\n", "utf-8")
    return 0 if all(result.holds for result in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
