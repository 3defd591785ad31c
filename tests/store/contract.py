"""What every store behind the port must do. A new backend passes it by adding one fixture.

    class TestMine(Contract):
        @pytest.fixture
        def store_of(self) -> Opener:
            return lambda quads: my_backend.load(quads)

`store_of` takes N-Quads and gives a `kg.store.port.Store` that holds them and nothing else. Each test loads what it
needs, so a backend may be slow to open but has to be right. Nothing here knows which engine it is.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

import pytest

from kg.core.errors import BadInput
from kg.store.port import Blank, Iri, Literal, Row, Store

Opener = Callable[[bytes], Store]

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
PREFIX = f"PREFIX : <urn:x:> PREFIX xsd: <{XSD}> "


def quads(*lines: str) -> bytes:
    """N-Quads from lines in short: `:a :p :b :g` with `:` for <urn:x:…>, literals as they stand."""
    return "".join(" ".join(map(_long, _parts(line))) + " .\n" for line in lines).encode()


def _parts(line: str) -> list[str]:
    if '"' not in line:
        return line.split(" ")
    before, _, rest = line.partition('"')
    text, _, after = rest.rpartition('" ')
    if not after.startswith(":"):
        text, _, after = rest.rpartition('"')
        suffix, _, graph = after.partition(" ")
        return [*before.split(), f'"{text}"{suffix}', graph]
    return [*before.split(), f'"{text}"', after]


def _long(part: str) -> str:
    return f"<urn:x:{part[1:]}>" if part.startswith(":") else part


def rows(store: Store, query: str) -> list[Row]:
    """All rows of a query, as they come."""
    return list(store.select(PREFIX + query).rows)


def iri(name: str) -> Iri:
    return Iri(f"urn:x:{name}")


def text(value: str, language: str | None = None) -> Literal:
    return Literal(value, f"{RDF}langString" if language else f"{XSD}string", language)


def number(value: int) -> Literal:
    return Literal(str(value), f"{XSD}integer")


CHAIN = quads(":a :p :b :g1", ":b :p :c :g2", ":c :p :d :g1", ":x :q :a :g1")
DATES = quads(
    f':a :from "2011-12-31"^^<{XSD}date> :g',
    f':b :from "2012-01-01"^^<{XSD}date> :g',
    f':c :from "2024-06-01"^^<{XSD}date> :g',
)


class Contract:
    """The suite. `store_of` is the backend's fixture."""

    @pytest.fixture
    def store_of(self) -> Opener:
        raise NotImplementedError("a backend gives this fixture")

    # -------------------------------------------------------------- graphs
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

    # -------------------------------------------------------------- terms
    def test_terms_come_typed(self, store_of: Opener) -> None:
        store = store_of(
            quads(
                ":a :v :b :g",
                ':a :v "plain" :g',
                ':a :v "navn"@nb :g',
                f':a :v "2012-01-01"^^<{XSD}date> :g',
                f':a :v "true"^^<{XSD}boolean> :g',
                f':a :v "P10D"^^<{XSD}duration> :g',
                f':a :v "7"^^<{XSD}integer> :g',
                ':a :v "own"^^<urn:x:type> :g',
            )
        )
        found = {value for (value,) in rows(store, "SELECT ?v WHERE { :a :v ?v }")}
        assert found == {
            iri("b"),
            text("plain"),
            text("navn", "nb"),
            Literal("2012-01-01", f"{XSD}date"),
            Literal("true", f"{XSD}boolean"),
            Literal("P10D", f"{XSD}duration"),
            number(7),
            Literal("own", "urn:x:type"),
        }
        assert {type(value) for value in found} == {Iri, Literal}

    def test_a_blank_node_is_told_from_an_iri_and_is_the_same_within_a_row(self, store_of: Opener) -> None:
        store = store_of(quads(":a :p _:n :g", "_:n :q :b :g"))
        [(one, other)] = rows(store, "SELECT ?x (?x AS ?y) WHERE { :a :p ?x . ?x :q :b }")
        assert isinstance(one, Blank)
        assert one == other

    @pytest.mark.parametrize(
        "value",
        [
            "æøå ØÅ",
            "sámi čáppa",
            "“quoted”",
            'a\\"b',
            "line\\nbreak",
            "tab\\there",
            "back\\\\slash",
            "𝄞 music",
            "<b>&amp;",
        ],
    )
    def test_any_text_comes_back_as_it_was(self, value: str, store_of: Opener) -> None:
        store = store_of(quads(f':a :v "{value}" :g'))
        plain = value.replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"').replace("\\\\", "\\")
        assert rows(store, "SELECT ?v WHERE { :a :v ?v }") == [(text(plain),)]
        assert rows(store, f'SELECT ?s WHERE {{ ?s :v "{value}" }}') == [(iri("a"),)]

    def test_an_iri_with_letters_of_any_language_comes_back(self, store_of: Opener) -> None:
        store = store_of("<urn:x:blåbær> <urn:x:p> <urn:x:b> <urn:x:g> .\n".encode())
        assert rows(store, "SELECT ?s WHERE { ?s :p :b }") == [(iri("blåbær"),)]

    def test_languages_are_matched_and_kept(self, store_of: Opener) -> None:
        store = store_of(
            quads(':a :n "kommune"@nb :g', ':a :n "kommune"@nn :g', ':a :n "municipality"@en :g', ':a :n "k" :g')
        )
        assert rows(store, 'SELECT ?n WHERE { :a :n ?n FILTER(LANG(?n) = "nn") }') == [(text("kommune", "nn"),)]
        assert rows(store, 'SELECT ?n WHERE { :a :n ?n FILTER(LANGMATCHES(LANG(?n), "en")) }') == [
            (text("municipality", "en"),)
        ]
        assert rows(store, 'SELECT ?n WHERE { :a :n ?n FILTER(LANG(?n) = "") }') == [(text("k"),)]
        assert rows(store, 'SELECT ?s WHERE { ?s :n "kommune" }') == []

    # -------------------------------------------------------------- rows
    def test_columns_have_the_order_of_the_query_and_no_question_mark(self, store_of: Opener) -> None:
        found = store_of(CHAIN).select(PREFIX + "SELECT ?o ?s WHERE { ?s :q ?o }")
        assert found.columns == ("o", "s")
        assert list(found.rows) == [(iri("a"), iri("x"))]

    def test_what_is_unbound_is_none(self, store_of: Opener) -> None:
        found = rows(
            store_of(CHAIN), "SELECT ?s ?o ?never WHERE { VALUES ?s { :a :d } OPTIONAL { ?s :p ?o } } ORDER BY ?s"
        )
        assert found == [(iri("a"), iri("b"), None), (iri("d"), None, None)]

    def test_order_limit_and_offset(self, store_of: Opener) -> None:
        store = store_of(quads(*(f':s :v "{n}"^^<{XSD}integer> :g' for n in (10, 9, 100, 1))))
        assert rows(store, "SELECT ?v WHERE { :s :v ?v } ORDER BY ?v") == [(number(n),) for n in (1, 9, 10, 100)]
        assert rows(store, "SELECT ?v WHERE { :s :v ?v } ORDER BY DESC(?v) LIMIT 2 OFFSET 1") == [
            (number(10),),
            (number(9),),
        ]

    def test_rows_are_kept_when_equal_and_merged_when_distinct(self, store_of: Opener) -> None:
        store = store_of(quads(":a :p :x :g", ":b :p :x :g"))
        assert rows(store, "SELECT ?o WHERE { ?s :p ?o }") == [(iri("x"),), (iri("x"),)]
        assert rows(store, "SELECT DISTINCT ?o WHERE { ?s :p ?o }") == [(iri("x"),)]

    def test_a_large_result_can_be_read_bit_by_bit(self, store_of: Opener) -> None:
        many = 20_000
        store = store_of("".join(f"<urn:x:s{n}> <urn:x:p> <urn:x:o> <urn:x:g> .\n" for n in range(many)).encode())
        assert len(list(islice(store.select("SELECT ?s WHERE { ?s ?p ?o }").rows, 10))) == 10
        assert sum(1 for _ in store.select("SELECT ?s WHERE { ?s ?p ?o }").rows) == many

    def test_two_results_can_be_read_in_turn(self, store_of: Opener) -> None:
        store = store_of(CHAIN)
        one, other = (store.select(PREFIX + "SELECT ?s WHERE { ?s :p ?o } ORDER BY ?s").rows for _ in range(2))
        assert [(next(one), next(other)) for _ in range(3)] == [((iri(n),), (iri(n),)) for n in "abc"]

    # -------------------------------------------------------------- what stored queries use
    def test_values_first_with_a_term_or_undef(self, store_of: Opener) -> None:
        query = "SELECT ?s ?o WHERE {{ VALUES (?s ?o) {{ ({0} {1}) }} ?s :p ?o }} ORDER BY ?s"
        store = store_of(CHAIN)
        every = [(iri(s), iri(o)) for s, o in ("ab", "bc", "cd")]
        assert rows(store, query.format("UNDEF", "UNDEF")) == every
        assert rows(store, query.format(":b", "UNDEF")) == every[1:2]
        assert rows(store, query.format("UNDEF", ":d")) == every[2:]
        assert rows(store, query.format(":a", ":d")) == []

    def test_a_literal_of_values_is_the_one_that_stands(self, store_of: Opener) -> None:
        store = store_of(DATES)
        query = f'SELECT ?s WHERE {{ VALUES ?d {{ "2012-01-01"^^<{XSD}date> }} ?s :from ?d }}'
        assert rows(store, query) == [(iri("b"),)]

    @pytest.mark.parametrize(
        ("path", "reached"),
        [
            (":p+", "bcd"),
            (":p*", "abcd"),
            (":p?", "ab"),
            (":p/:p", "c"),
            ("^:q", "x"),
            (":p|^:q", "bx"),
            ("(:p|:q)+", "bcd"),
        ],
    )
    def test_property_paths(self, path: str, reached: str, store_of: Opener) -> None:
        found = rows(store_of(CHAIN), f"SELECT ?y WHERE {{ :a {path} ?y }} ORDER BY ?y")
        assert found == [(iri(name),) for name in reached]

    def test_a_circle_ends(self, store_of: Opener) -> None:
        store = store_of(quads(":a :p :b :g1", ":b :p :a :g2"))
        assert sorted(rows(store, "SELECT ?y WHERE { :a :p+ ?y }")) == [(iri("a"),), (iri("b"),)]

    def test_not_exists_and_minus(self, store_of: Opener) -> None:
        store = store_of(CHAIN)
        assert rows(store, "SELECT ?s WHERE { ?s :p ?o FILTER NOT EXISTS { ?x :p ?s } }") == [(iri("a"),)]
        assert rows(store, "SELECT ?s WHERE { ?s :p ?o MINUS { ?x :p ?s } }") == [(iri("a"),)]
        assert rows(store, "SELECT ?s WHERE { ?s :p ?o FILTER EXISTS { ?x :q ?s } }") == [(iri("a"),)]

    def test_not_exists_drops_no_row_when_much_is_asked(self, store_of: Opener) -> None:
        lines = [f":n{n} :of :k{n % 7} :g" for n in range(200)] + [f":n{n} :until :t :g" for n in range(0, 200, 3)]
        found = rows(store_of(quads(*lines)), "SELECT ?n WHERE { ?n :of ?k FILTER NOT EXISTS { ?n :until ?t } }")
        assert {row[0] for row in found} == {iri(f"n{n}") for n in range(200) if n % 3}

    @pytest.mark.parametrize(
        ("comparison", "names"),
        [
            ('<= "2012-01-01"', "ab"),
            ('< "2012-01-01"', "a"),
            ('> "2012-01-01"', "c"),
            ('= "2024-06-01"', "c"),
            ('!= "2024-06-01"', "ab"),
        ],
    )
    def test_dates_are_compared_as_days(self, comparison: str, names: str, store_of: Opener) -> None:
        query = f"SELECT ?s WHERE {{ ?s :from ?d FILTER(?d {comparison}^^xsd:date) }} ORDER BY ?s"
        assert rows(store_of(DATES), query) == [(iri(name),) for name in names]

    def test_an_optional_bound_is_open_when_it_is_absent(self, store_of: Opener) -> None:
        store = store_of(DATES + quads(f':a :to "2012-05-01"^^<{XSD}date> :g'))
        query = (
            'SELECT ?s WHERE { ?s :from ?f OPTIONAL { ?s :to ?t } FILTER(?f <= "2013-01-01"^^xsd:date) '
            'FILTER(!BOUND(?t) || ?t >= "2013-01-01"^^xsd:date) }'
        )
        assert rows(store, query) == [(iri("b"),)]

    def test_bind_coalesce_concat_and_strings(self, store_of: Opener) -> None:
        query = (
            'SELECT (STRLANG(CONCAT(STRAFTER(STR(?s), "urn:x:"), "!"), "nb") AS ?t) (COALESCE(?none, 1) AS ?c) '
            '(IF(BOUND(?none), 1, 2) AS ?i) (IRI(CONCAT("urn:x:", UCASE("z"))) AS ?u) WHERE { ?s :q :a }'
        )
        assert rows(store_of(CHAIN), query) == [(text("x!", "nb"), number(1), number(2), iri("Z"))]

    def test_counts_groups_and_subqueries(self, store_of: Opener) -> None:
        store = store_of(quads(":a :in :x :g", ":b :in :x :g", ":c :in :y :g"))
        query = "SELECT ?k (COUNT(?s) AS ?n) WHERE { ?s :in ?k } GROUP BY ?k HAVING(COUNT(?s) > 1)"
        assert rows(store, query) == [(iri("x"), number(2))]
        nested = "SELECT ?s WHERE { ?s :in ?k { SELECT ?k WHERE { ?o :in ?k } GROUP BY ?k HAVING(COUNT(?o) = 1) } }"
        assert rows(store, nested) == [(iri("c"),)]
        assert rows(store, "SELECT (COUNT(*) AS ?n) WHERE { ?s :none ?o }") == [(number(0),)]

    def test_union_and_filter_in(self, store_of: Opener) -> None:
        query = "SELECT ?y WHERE { { :a :p ?y } UNION { ?y :q :a } FILTER(?y IN (:x, :z)) }"
        assert rows(store_of(CHAIN), query) == [(iri("x"),)]

    # -------------------------------------------------------------- ask and construct
    def test_ask(self, store_of: Opener) -> None:
        store = store_of(CHAIN)
        assert store.ask(PREFIX + "ASK { :a :p+ :d }") is True
        assert store.ask(PREFIX + "ASK { :d :p ?o }") is False

    def test_construct_gives_each_triple_once(self, store_of: Opener) -> None:
        found = list(
            store_of(CHAIN).construct(PREFIX + 'CONSTRUCT { :all :has "one"@en . ?s :seen true } WHERE { ?s ?p ?o }')
        )
        true = Literal("true", f"{XSD}boolean")
        assert len(found) == len(set(found))
        assert set(found) == {(iri("all"), iri("has"), text("one", "en"))} | {
            (iri(s), iri("seen"), true) for s in "abcx"
        }

    def test_construct_of_what_is_not_there_gives_nothing(self, store_of: Opener) -> None:
        assert list(store_of(CHAIN).construct(PREFIX + "CONSTRUCT { ?s :is ?o } WHERE { ?s :none ?o }")) == []

    # -------------------------------------------------------------- what is refused
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

    # -------------------------------------------------------------- several at once
    def test_several_threads_read_at_once(self, store_of: Opener) -> None:
        store = store_of(quads(*(f":s{n} :p :o{n % 10} :g" for n in range(1000))))
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda n: len(rows(store, f"SELECT ?s WHERE {{ ?s :p :o{n % 10} }}")), range(80)))
        assert found == [100] * 80
