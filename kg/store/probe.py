"""Known questions to an engine, before its answers are used: each shape of query that Rettvei depends on.

An engine can be wrong without saying so. Every release therefore holds a few known statements (`probes/known.trig`),
and beside them stand queries over these, each with the answer that SPARQL 1.1 gives: `.tsv` for a SELECT, `.nt` for a
CONSTRUCT, `.srj` for an ASK. So an endpoint is tried that nobody may write to.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.core.errors import BadInput, StoreUnavailable
from kg.store import terms
from kg.store.port import Store

FOLDER = Path(__file__).parent / "probes"
KNOWN = FOLDER / "known.trig"
FIRST = ("union", "once")
UNANSWERED = frozenset({"status", "no-results"})
"""Failures that lie in the query asked, not in the way to the store."""


@dataclass(frozen=True, slots=True)
class Form:
    """How the answer to a form of query is written in a file, and how a store is asked for one."""

    read: Callable[[Path], Sequence[object]]
    ask: Callable[[Store, str], Sequence[object]]


@dataclass(frozen=True, slots=True)
class Probe:
    """One query and its right answer as rows: the triples of a CONSTRUCT, one row with the truth of an ASK."""

    name: str
    query: str
    form: Form
    expected: Sequence[object]

    @property
    def is_ordered(self) -> bool:
        """Whether the order of the rows belongs to the answer."""
        return "ORDER BY" in self.query


def load() -> tuple[Probe, ...]:
    """All probes: those that fail when the store was filled otherwise than it should, then by name."""
    files = sorted(FOLDER.iterdir(), key=_order)
    found = ((path, FORMS[path.suffix]) for path in files if path.suffix in FORMS)
    return tuple(
        Probe(path.stem, path.with_suffix(".rq").read_text("utf-8"), form, form.read(path)) for path, form in found
    )


def _order(file: Path) -> tuple[int, str]:
    return FIRST.index(file.stem) - len(FIRST) if file.stem in FIRST else 0, file.stem


def check(store: Store) -> None:
    """Try a store with every probe. Raises `StoreUnavailable` that names the first that it fails."""
    for probe in load():
        try:
            given = probe.form.ask(store, probe.query)
        except BadInput as error:
            raise _failed(probe) from error
        except StoreUnavailable as error:
            if error.details["reason"] in UNANSWERED:
                raise _failed(probe) from error
            raise
        _compare(probe, given)


def _compare(probe: Probe, given: Sequence[object]) -> None:
    if probe.is_ordered:
        right = sum(1 for one, other in zip(given, probe.expected, strict=False) if one == other)
    else:
        right = (Counter(given) & Counter(probe.expected)).total()
    if not right == len(given) == len(probe.expected):
        message = f"probe {probe.name}: {len(given)} rows, {right} of them right, {len(probe.expected)} expected"
        details = {"found": len(given), "right": right, "expected": len(probe.expected)}
        raise StoreUnavailable(message, reason="wrong", probe=probe.name, **details)


def _failed(probe: Probe) -> StoreUnavailable:
    return StoreUnavailable(f"probe {probe.name}: no answer", reason="failed", probe=probe.name)


def _rows(file: Path) -> Sequence[object]:
    found = ox.parse_query_results(file.read_bytes(), ox.QueryResultsFormat.TSV)
    assert isinstance(found, ox.QuerySolutions)
    return [terms.row(solution) for solution in found]


def _triples(file: Path) -> Sequence[object]:
    return list(terms.distinct(ox.parse(file.read_bytes(), format=ox.RdfFormat.N_TRIPLES)))


def _truth(file: Path) -> Sequence[object]:
    return [bool(ox.parse_query_results(file.read_bytes(), ox.QueryResultsFormat.JSON))]


FORMS = MappingProxyType(
    {
        ".tsv": Form(_rows, lambda store, query: list(store.select(query).rows)),
        ".nt": Form(_triples, lambda store, query: list(store.construct(query))),
        ".srj": Form(_truth, lambda store, query: [store.ask(query)]),
    }
)
