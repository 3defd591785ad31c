"""The probe asks all that stored queries depend on; a right engine passes, a wrong one is named by what it fails."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset

from kg.core.errors import BadInput, StoreUnavailable
from kg.store import oxigraph, probe, terms
from kg.store.endpoint import Endpoint
from kg.store.oxigraph import OxigraphStore
from kg.store.port import Iri, Row, Rows
from kg.store.remote import RemoteStore
from tests.store.served import served

ROOT = Path(__file__).parents[2]
KNOWN = ox.serialize(ox.parse(path=str(probe.KNOWN)), format=ox.RdfFormat.N_QUADS) or b""
QUIET = re.compile(r'"""(?:[^\\]|\\.)*?"""|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>|#[^\n]*', re.DOTALL)


def constructs(text: str) -> set[str]:
    """What a query uses of the language: keywords and functions, and operators of property paths."""
    quiet = QUIET.sub(lambda part: "P" if part[0].startswith("<") else " ", text)
    plain = re.sub(r"[\w-]*:[\w-]+|[\w-]+:", "P", re.sub(r"[?$]\w+", "V", quiet))
    words = {word.upper() for word in re.findall(r"\b[A-Za-z_]+\b", plain) if len(word) > 1}
    paths = {f"path {sign}" for sign in "*+" if re.search(rf"[P)]\{sign}", plain)}
    return words | paths | {f"path {sign}" for sign in "/|^" if re.search(rf"(?<=[P)*+(\s/|])\{sign}(?=[\^P(])", plain)}


def test_the_constructs_of_a_query_are_seen() -> None:
    found = constructs(
        '# NOT this\nSELECT ?x WHERE { ?x :a/(:b|^c:d)* "MINUS" . <urn:UNION> :e+ ?y FILTER(LANG(?y) = "") }'
    )
    assert found == {"SELECT", "WHERE", "FILTER", "LANG", "path *", "path +", "path /", "path |", "path ^"}


def test_every_construct_of_a_stored_query_is_probed() -> None:
    queries = sorted((ROOT / "queries").rglob("*.rq"))
    assert len(queries) > 20
    probed = set().union(*(constructs(p.query) for p in probe.load()))
    unprobed = {f"{q.parent.name}/{q.stem}": constructs(q.read_text("utf-8")) - probed for q in queries}
    assert {name: left for name, left in unprobed.items() if left} == {}


def test_every_query_has_an_answer_and_every_answer_a_query() -> None:
    assert {p.stem for p in probe.FOLDER.glob("*.rq")} == {p.name for p in probe.load()}
    assert len(probe.load()) == len({p.name for p in probe.load()}) > 30


def test_the_local_engine_passes() -> None:
    probe.check(oxigraph.in_memory(KNOWN))


def by_rdflib(dataset: Dataset, one: probe.Probe) -> list[object]:
    found = dataset.query(one.query)
    if found.type == "ASK":
        return [bool(found.askAnswer)]
    if found.graph is not None:
        triples = ox.parse(found.graph.serialize(format="nt"), format=ox.RdfFormat.N_TRIPLES)
        return list(terms.distinct(triples))
    rows = ox.parse_query_results(found.serialize(format="json") or b"", ox.QueryResultsFormat.JSON)
    assert isinstance(rows, ox.QuerySolutions)
    return [terms.row(row) for row in rows]


def test_another_engine_gives_the_same_answers_but_where_it_is_known_to_err() -> None:
    """rdflib 7.6 loses a row of VALUES for which an OPTIONAL after it finds nothing."""
    dataset = Dataset(default_union=True)
    dataset.parse(probe.KNOWN, format="trig")
    failed = set()
    for one in probe.load():
        try:
            probe._compare(one, by_rdflib(dataset, one))
        except StoreUnavailable:
            failed.add(one.name)
    assert failed == {"language_asked", "optional"}


def test_the_oxigraph_server_passes() -> None:
    with served(KNOWN) as server:
        probe.check(RemoteStore(Endpoint(server.url)))


@contextmanager
def without_union() -> Iterator[RemoteStore]:
    with served(KNOWN, union=False) as server:
        yield RemoteStore(Endpoint(server.url))


@contextmanager
def counting_twice() -> Iterator[RemoteStore]:
    with served(KNOWN, "--union-default-graph", union=False) as server:
        yield RemoteStore(Endpoint(server.url))


@pytest.mark.parametrize(("filled", "name"), [(without_union, "union"), (counting_twice, "once")])
def test_a_server_that_is_filled_otherwise_is_named_by_that(filled: Callable[[], object], name: str) -> None:
    with filled() as store, pytest.raises(StoreUnavailable) as raised:  # type: ignore[attr-defined]
        probe.check(store)
    assert (raised.value.details["reason"], raised.value.details["probe"]) == ("wrong", name)


class Faulty(OxigraphStore):
    """The local engine with a fault: `spoil` changes the rows of queries that hold a word."""

    def __init__(self, word: str, spoil: Callable[[list[Row]], list[Row]]) -> None:
        super().__init__(oxigraph.in_memory(KNOWN)._store)
        self.word, self.spoil = word, spoil

    def select(self, query: str) -> Rows:
        columns, found = super().select(query)
        return Rows(columns, iter(self.spoil(list(found)) if self.word in query else found))


@pytest.mark.parametrize(
    ("word", "spoil", "name", "counts"),
    [
        ("NOT EXISTS { :ended :takesIn ?n } }", lambda rows: rows[:57] + rows[58:], "not_exists", (132, 132, 133)),
        ("BIND(EXISTS", lambda rows: rows[:-1], "exists_bound", (2, 2, 3)),
        ("DESC(", lambda rows: rows[::-1], "latest", (2, 0, 2)),
        ("VALUES (?from ?to) { (:b", lambda rows: rows + rows, "values_half", (2, 1, 1)),
        (":value ?v", lambda rows: [(Iri(str(r[0])),) for r in rows], "terms", (8, 1, 8)),
    ],
)
def test_an_engine_with_a_fault_is_named_by_the_query_it_fails(
    word: str, spoil: Callable[[list[Row]], list[Row]], name: str, counts: tuple[int, int, int]
) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        probe.check(Faulty(word, spoil))
    told = raised.value.details
    assert (told["reason"], told["probe"], (told["found"], told["right"], told["expected"])) == ("wrong", name, counts)


class Lacks(OxigraphStore):
    def __init__(self, error: Exception) -> None:
        super().__init__(oxigraph.in_memory(KNOWN)._store)
        self.error = error

    def select(self, query: str) -> Rows:
        if "GROUP BY" in query and "HAVING" in query:
            raise self.error
        return super().select(query)


@pytest.mark.parametrize("error", [BadInput("no HAVING"), StoreUnavailable("HTTP 500", reason="status", answered=500)])
def test_a_query_that_the_engine_refuses_is_named(error: Exception) -> None:
    with pytest.raises(StoreUnavailable) as raised:
        probe.check(Lacks(error))
    assert (raised.value.details["reason"], raised.value.details["probe"]) == ("failed", "having")


def test_a_store_that_goes_away_has_failed_no_query() -> None:
    with pytest.raises(StoreUnavailable) as raised:
        probe.check(Lacks(StoreUnavailable("gone", reason="refused")))
    assert raised.value.details == {"reason": "refused"}
