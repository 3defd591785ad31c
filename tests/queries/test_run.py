"""A stored query asked of a store."""

import pytest

from kg.core.errors import BadInput, QueryFileError
from kg.queries.registry import parse
from kg.queries.run import run
from kg.store.oxigraph import in_memory
from kg.store.port import Iri, Literal

HEADER = (
    "# title(nb): Hva?\n# title(en): What?\n# param: b iri optional — b\n# column: a iri — a\n# column: c text — c\n"
)
STORE = in_memory(b'<x:1> <x:b> "one" <x:g> .\n<x:2> <x:b> "to"@nb <x:h> .\n<x:3> <x:c> "three" <x:g> .\n')
QUERY = parse(HEADER + "SELECT ?a ?c WHERE {\n VALUES (?b) { (UNDEF) } ?a ?b ?c } ORDER BY ?a", "t/q")
STRING = "http://www.w3.org/2001/XMLSchema#string"
LANGUAGE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
ONE, TWO = (Iri("x:1"), Literal("one", STRING)), (Iri("x:2"), Literal("to", LANGUAGE, "nb"))


@pytest.mark.parametrize(
    ("params", "rows"),
    [({}, [ONE, TWO, (Iri("x:3"), Literal("three", STRING))]), ({"b": "x:b"}, [ONE, TWO]), ({"b": "x:d"}, [])],
)
def test_rows_are_those_of_all_graphs(params: dict[str, str], rows: list[object]) -> None:
    found = run(STORE, QUERY, params)
    assert (found.columns, list(found.rows)) == (("a", "c"), rows)


def test_a_wrong_value_is_bad_input() -> None:
    with pytest.raises(BadInput, match="b: 'no iri' is not an absolute IRI"):
        run(STORE, QUERY, {"b": "no iri"})


def test_a_malformed_query_names_its_file_and_not_the_asker() -> None:
    query = parse(HEADER + "SELECT ?a ?c WHERE {\n VALUES (?b) { (UNDEF) }\n ?a ?b }", "t/q")
    with pytest.raises(QueryFileError, match=r"queries/t/q\.rq:8: "):
        run(STORE, query, {"b": "x:b"})
