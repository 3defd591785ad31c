"""What every store behind the port must do. A new backend passes it by adding one fixture.

    class TestMine(Contract):
        @pytest.fixture
        def store_of(self) -> Opener:
            return lambda quads: my_backend.load(quads)

`store_of` takes N-Quads and gives a `kg.store.port.Store` that holds them and nothing else. Each test loads what it
needs, so a backend may be slow to open but has to be right. Nothing here knows which engine it is.
"""

from concurrent.futures import ThreadPoolExecutor

import pytest

from kg.core.errors import BadInput
from tests.store.contract_queries import Queries
from tests.store.contract_terms import Terms
from tests.store.short import CHAIN, PREFIX, Opener, iri, number, quads, rows


class Contract(Terms, Queries):
    """The suite. `store_of` is the backend's fixture."""

    @pytest.fixture
    def store_of(self) -> Opener:
        raise NotImplementedError("a backend gives this fixture")

    def test_the_default_graph_is_the_union_of_all_graphs(self, store_of: Opener) -> None:
        store = store_of(CHAIN)
        assert rows(store, "SELECT ?y WHERE { :a :p ?x . ?x :p ?y }") == [(iri("c"),)]

    def test_a_statement_in_two_graphs_counts_once(self, store_of: Opener) -> None:
        store = store_of(quads(":a :p :b :g1", ":a :p :b :g2", ":a :p :c :g2"))
        assert sorted(rows(store, "SELECT ?o WHERE { :a :p ?o }")) == [(iri("b"),), (iri("c"),)]
        assert rows(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }") == [(number(2),)]

    def test_a_named_graph_is_asked_by_its_name(self, store_of: Opener) -> None:
        store = store_of(CHAIN)
        assert rows(store, "SELECT ?s WHERE { GRAPH :g2 { ?s :p ?o } }") == [(iri("b"),)]
        assert rows(store, "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s :p ?o } } ORDER BY ?g") == [
            (iri("g1"),),
            (iri("g2"),),
        ]

    def test_from_picks_the_graphs_that_make_the_default_one(self, store_of: Opener) -> None:
        assert rows(store_of(CHAIN), "SELECT ?s FROM :g2 WHERE { ?s :p ?o }") == [(iri("b"),)]

    def test_an_empty_store_answers(self, store_of: Opener) -> None:
        store = store_of(b"")
        assert rows(store, "SELECT ?s WHERE { ?s ?p ?o }") == []
        assert not store.ask("ASK { ?s ?p ?o }")
        assert list(store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == []

    @pytest.mark.parametrize(
        "query",
        [
            "",
            "SELECT",
            "SELECT ?s WHERE { ?s ?p",
            "SELECT ?s WHERE { ?s unknown:p ?o }",
            "hva er dette?",
            "SELECT ?s WHERE { ?s <a b> ?o }",
        ],
    )
    def test_what_cannot_be_read_is_bad_input(self, query: str, store_of: Opener) -> None:
        store = store_of(CHAIN)
        for ask in (store.select, store.ask, store.construct):
            with pytest.raises(BadInput):
                ask(query)

    def test_each_form_has_its_door(self, store_of: Opener) -> None:
        store = store_of(CHAIN)
        forms = {"SELECT * WHERE { ?s ?p ?o }": store.select, "ASK { ?s ?p ?o }": store.ask}
        forms["CONSTRUCT WHERE { ?s ?p ?o }"] = store.construct
        for query, door in forms.items():
            for other in {store.select, store.ask, store.construct} - {door}:
                with pytest.raises(BadInput):
                    other(query)

    @pytest.mark.parametrize(
        "update",
        [
            "INSERT DATA { :x :y :z }",
            "DELETE WHERE { ?s ?p ?o }",
            "CLEAR ALL",
            "DROP GRAPH :g1",
            "LOAD <http://example.org/>",
        ],
    )
    def test_nothing_can_be_changed(self, update: str, store_of: Opener) -> None:
        store = store_of(CHAIN)
        for ask in (store.select, store.ask, store.construct):
            with pytest.raises(BadInput):
                ask(PREFIX + update)
        assert rows(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }") == [(number(4),)]

    @pytest.mark.parametrize("silent", ["", "SILENT "])
    def test_no_query_makes_the_store_ask_another_machine(self, silent: str, store_of: Opener) -> None:
        with pytest.raises(BadInput):
            list(
                store_of(CHAIN)
                .select(f"SELECT * WHERE {{ SERVICE {silent}<http://127.0.0.1:1/> {{ ?s ?p ?o }} }}")
                .rows
            )

    def test_from_an_address_fetches_nothing(self, store_of: Opener) -> None:
        assert rows(store_of(CHAIN), "SELECT ?s FROM <http://127.0.0.1:1/data.ttl> WHERE { ?s ?p ?o }") == []

    def test_several_threads_read_at_once(self, store_of: Opener) -> None:
        store = store_of(quads(*(f":s{n} :p :o{n % 10} :g" for n in range(1000))))
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda n: len(rows(store, f"SELECT ?s WHERE {{ ?s :p :o{n % 10} }}")), range(80)))
        assert found == [100] * 80
