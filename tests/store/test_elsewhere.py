"""SERVICE is found wherever it is a keyword, and nowhere else."""

import pytest

from kg.store.elsewhere import asks_elsewhere, graphs_asked


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
        "SELECT * { ?s ?p 'tjeneste'@service , 'x'@nb-service }",
        "SELECT * { ?a·service ?p ex:a·service , ex:e\u0301-service }",
    ],
)
def test_a_query_that_only_holds_the_word(query: str) -> None:
    assert not asks_elsewhere(query)


@pytest.mark.parametrize(
    ("query", "graphs"),
    [
        ("SELECT * { ?from ?p 'FROM <urn:x>' } # FROM <urn:x>", []),
        ("SELECT * FROM <urn:x> FROM # one more\n NAMED <urn:y> { ?s ?p <urn:z> }", ["urn:x", "urn:y"]),
        (
            "PREFIX : <urn:x:> PREFIX g: <urn:g:> ASK FROM :a FROM NAMED g:b\\-c FROM g: { }",
            ["urn:x:a", "urn:g:b-c", "urn:g:"],
        ),
        ("PREFIX g: <urn:x:> # PREFIX g: <urn:no:>\n PREFIX g: <urn:y:> ASK FROM g:a { }", ["urn:y:a"]),
    ],
)
def test_the_graphs_of_its_dataset(query: str, graphs: list[str]) -> None:
    assert list(graphs_asked(query)) == graphs


@pytest.mark.parametrize("query", ["ASK FROM <x> { }", "PREFIX g: <x> ASK FROM g:a { }", "ASK FROM g:a { }"])
def test_a_graph_that_hangs_on_the_base_is_not_told(query: str) -> None:
    assert list(graphs_asked(query)) == []
