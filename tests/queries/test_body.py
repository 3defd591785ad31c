"""Where values go in, and what the SELECT gives: read without a parser, so shown here on text that could mislead."""

import pytest

from kg.core.errors import QueryFileError
from kg.queries.body import read
from kg.queries.header import Column, Header, Parameter


def head(params: str = "", columns: str = "a") -> Header:
    return Header(
        {"nb": "x", "en": "x"},
        tuple(Parameter(name, "kind", False, "x") for name in params.split()),
        tuple(Column(name, "iri", "x") for name in columns.split()),
        (),
    )


def slot(text: str, params: str, columns: str = "a") -> tuple[str, tuple[str, ...]] | None:
    found = read(text, head(params, columns), "queries/t/q.rq")
    return (text[found.start : found.end], found.names) if found else None


def test_the_first_row_in_where_is_the_slot() -> None:
    text = "SELECT ?a WHERE {\n  VALUES (?p ?q) { (UNDEF UNDEF) }\n  VALUES (?r) { (UNDEF) } ?a ?p ?q }"
    assert slot(text, "p q") == ("VALUES (?p ?q) { (UNDEF UNDEF) }", ("p", "q"))


def test_the_row_may_span_lines_and_hold_a_remark() -> None:
    text = "select ?a\nwhere { # first: VALUES (?x) { (UNDEF) }\n values (?p\n ?q) {\n (undef undef) } ?a ?p ?q }"
    assert slot(text, "q p") == ("values (?p\n ?q) {\n (undef undef) }", ("p", "q"))


@pytest.mark.parametrize(
    "text",
    [
        "# SELECT ?z { VALUES (?z) { (UNDEF) }\nSELECT ?a WHERE { ?a ?b ?c }",
        "PREFIX v: <http://x/#>\nSELECT ?a WHERE { ?a ?b ?c }",
        'SELECT ?a WHERE { ?a ?b "{ VALUES (?z) { (UNDEF) }" }',
        "SELECT ?a WHERE { ?a ?b '''\nVALUES (?z) { (UNDEF) }''' }",
        "SELECT ?a WHERE { VALUES (?b) { (<x:y>) } ?a ?b ?c }",
        "SELECT ?a { ?a ?b ?c }",
    ],
)
def test_a_query_without_parameters_needs_no_row(text: str) -> None:
    assert slot(text, "") is None


@pytest.mark.parametrize(
    ("given", "columns"),
    [
        ("DISTINCT ?a ?b", "b a"),
        ("(COUNT(DISTINCT ?x) AS ?n) ?a", "a n"),
        ('(STRLEN(CONCAT(STR(?x), ")")) AS ?n)', "n"),
        ("$a", "a"),
    ],
)
def test_columns_are_read_from_the_select(given: str, columns: str) -> None:
    assert slot(f"SELECT {given} WHERE {{ VALUES (?p) {{ (UNDEF) }} ?x ?y ?z }}", "p", columns) is not None


@pytest.mark.parametrize(
    ("text", "params", "columns", "line", "words"),
    [
        ("ASK { ?a ?b ?c }", "", "a", 1, "A stored query is a SELECT"),
        ("\n\nCONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "", "a", 3, "A stored query is a SELECT"),
        ("SELECT * WHERE { ?a ?b ?c }", "", "a", 1, "SELECT does not give the column a."),
        ("PREFIX x: <y>\nSELECT ?a WHERE { ?a ?b ?c }", "", "a b", 2, "SELECT does not give the column b."),
        ("SELECT ?a ?c WHERE { ?a ?b ?c }", "", "a", 1, "The header does not describe the column c."),
        ("SELECT ?a\nWHERE { ?a ?b ?p }", "p q", "a", 2, "must be VALUES (?p ?q) { (UNDEF UNDEF) }."),
        ("SELECT ?a WHERE { ?a ?b ?p VALUES (?p) { (UNDEF) } }", "p", "a", 1, "The first thing in WHERE must be"),
        ("SELECT ?a WHERE { VALUES ?p { UNDEF } ?a ?b ?p }", "p", "a", 1, "The first thing in WHERE must be"),
        ("SELECT ?a WHERE { VALUES (?p) { (UNDEF) (UNDEF) } ?a ?b ?p }", "p", "a", 1, "The first thing in WHERE"),
        ("SELECT ?a WHERE { VALUES (?p) { (<x:y>) } ?a ?b ?p }", "p", "a", 1, "The first thing in WHERE"),
        ("SELECT ?a WHERE { VALUES (?p) { (UNDEF) } ?a ?p ?q }", "p q", "a", 1, "no place for the parameter q."),
        ("SELECT ?a WHERE { VALUES (?p ?q) { (UNDEF UNDEF) } }", "p", "a", 1, "not describe the parameter q."),
        ("SELECT ?a WHERE { VALUES (?p) { (UNDEF) } ?a ?p ?q }", "", "a", 1, "not describe the parameter p."),
        ("SELECT ?a WHERE { VALUES (?p ?q) { (UNDEF) } ?a ?p ?q }", "p q", "a", 1, "one UNDEF for each variable"),
        ("SELECT ?a WHERE { VALUES (?p ?p) { (UNDEF UNDEF) } }", "p", "a", 1, "one UNDEF for each variable"),
    ],
)
def test_what_does_not_fit_is_named(text: str, params: str, columns: str, line: int, words: str) -> None:
    with pytest.raises(QueryFileError) as caught:
        read(text, head(params, columns), "queries/t/q.rq")
    assert caught.value.message.startswith(f"queries/t/q.rq:{line}: ")
    assert words in caught.value.message
