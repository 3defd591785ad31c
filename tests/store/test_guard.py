"""A query that would call another machine is refused however it is written; one that only says the word is not."""

import pytest

from kg.store.guard import Refused, check_service, graphs_from

BASE = "https://example.org/"
U = "<http://127.0.0.1:9/x>"


@pytest.mark.parametrize(
    "text",
    [
        f"ASK {{ SERVICE {U} {{ ?s ?p ?o }} }}",
        f"ASK {{ service silent {U} {{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICESILENT {U} {{ ?s ?p ?o }} }}",
        "PREFIX ex: <http://127.0.0.1:9/> ASK { SERVICEex:x { ?s ?p ?o } }",
        "PREFIX : <http://127.0.0.1:9/> ASK { SERVICE: { ?s ?p ?o } }",
        f"ASK {{ ?s ?p 1SERVICE {U} {{ ?s ?p ?o }} }}",
        f"ASK {{ ?s ?p 1.0SERVICE {U} {{ ?s ?p ?o }} }}",
        f"ASK {{ ?s ?p 1e0SERVICE {U} {{ ?s ?p ?o }} }}",
        f"ASK {{ ?s ?p trueSERVICE {U} {{ ?s ?p ?o }} }}",
        f"PREFIX ex: <urn:a> ASK {{ ?s ?p ex:.SERVICE {U} {{ ?s ?p ?o }} }}",
        f"ASK {{ ?s ?p ?v FILTER(?v<2&&?v<3#>'''\n) SERVICE {U} {{ ?s ?p ?o }} #'''\n}}",
        f"ASK {{ \\u0053ERVICE {U} {{ ?s ?p ?o }} }}",
        "ASK { VALUES ?g { <urn:a> } SERVICE ?g { ?s ?p ?o } }",
    ],
)
def test_who_asks_elsewhere_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        check_service(text, BASE)


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?service ?p ?o }",
        "PREFIX service: <urn:a> ASK { ?s service:b ?o }",
        'ASK { ?s ?p "SERVICE" } # SERVICE <urn:a>',
        "ASK { ?s <https://w3id.org/rettvei/ns#Service> ?o }",
        'ASK { ?s ?p "x"@service }',
        "ASK { _:service ?p $SERVICE }",
    ],
)
def test_who_only_says_the_word_is_not(text: str) -> None:
    check_service(text, BASE)


def test_a_query_that_is_none_is_told_as_such() -> None:
    with pytest.raises(Refused) as raised:
        check_service("ASK { ?service }", BASE)
    assert raised.value.reason == "no-query"


def test_graphs_are_found_where_they_are_whole() -> None:
    text = "SELECT * FROM <urn:a> from named <urn:b> { ?from ?p 'from' } # from"
    assert graphs_from(text, BASE) == {"urn:a", "urn:b"}
    assert graphs_from("ASK {}", BASE) == set()


@pytest.mark.parametrize(
    "text",
    [
        "PREFIX ex: <urn:a> SELECT * FROM ex:g {}",
        "PREFIX ex: <urn:a> SELECT * FROMex:g {}",
        "SELECT * FROM # here\n <urn:a> {}",
        "SELECT * FROM <relative> {}",
        "SELECT * \\u0046ROM <relative> {}",
    ],
)
def test_graphs_that_cannot_be_known_are_refused(text: str) -> None:
    with pytest.raises(Refused) as raised:
        graphs_from(text, BASE)
    assert raised.value.reason == "no-graph"
