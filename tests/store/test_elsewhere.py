"""SERVICE is found wherever it is a keyword, and nowhere else."""

import pytest

from kg.store.elsewhere import asks_elsewhere


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "select * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o.SERVICE<http://x/>{ ?a ?b ?c } }",
        "SELECT * { FILTER(1<2).SERVICE<http://x/>{} FILTER(3>2) }",
        "SELECT * { # nothing '\n SERVICE <http://x/> {} # ' \n }",
        "PREFIX p: <urn:> SELECT * { ?s p:\\' ?o . SERVICE <http://x/> { ?a ?b 'z' } }",
        "SELECT * { ?s ?p 'it\\'s' . SERVICE <http://x/> {} ?s ?q '' }",
        'SELECT * { ?s ?p """a""b""" . SERVICE <http://x/> {} }',
        "SELECT * { \\u0053ERVICE <http://x/> {} }",
        "SELECT * { ?s ?p \\u0022x\\u0022 . SERVICE <http://x/> {} }",
    ],
)
def test_a_query_that_asks_elsewhere(query: str) -> None:
    assert asks_elsewhere(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service $service { ?service a ?x }",
        "PREFIX service: <urn:> SELECT * { ?s service:kind ?o ; rv:service ?x , service:service }",
        'SELECT * { ?s <urn:service:SERVICE> \'SERVICE <x>\' , "say \\" SERVICE" }',
        'SELECT * { ?s ?p """x "SERVICE" y""" }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://x/>",
        "SELECT (?serviced AS ?services) { ?s ?p ?serviced }",
    ],
)
def test_a_query_that_only_holds_the_word(query: str) -> None:
    assert not asks_elsewhere(query)
