"""The contract on terms and rows: what comes back is what went in."""

from itertools import islice

import pytest

from kg.store.port import Blank, Iri, Literal
from tests.store.short import CHAIN, PREFIX, XSD, Opener, iri, number, quads, rows, text


class Terms:
    """Terms and rows of a SELECT."""

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
