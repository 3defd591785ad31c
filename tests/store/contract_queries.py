"""The contract on the language: what the stored queries use of SPARQL 1.1."""

import pytest

from kg.store.port import Literal
from tests.store.short import CHAIN, DATES, PREFIX, XSD, Opener, iri, number, quads, rows, text


class Queries:
    """What a query may ask, in each of its forms."""

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
