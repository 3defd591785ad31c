"""Binding replaces the VALUES row and touches nothing else."""

import pytest

from kg.core.errors import BadInput
from kg.queries.binding import bind
from kg.queries.registry import parse

TEXT = """\
# title(nb): Hva?
# title(en): What?
# param: receiver kind optional — the receiver
# param: word string required — a word
# column: a iri — a thing
SELECT ?a WHERE {
  VALUES (?receiver
          ?word) { (UNDEF UNDEF) }
  ?a ?receiver ?word . VALUES (?other) { (UNDEF) }
}
"""
QUERY = parse(TEXT, "topic/name")
ROW = "VALUES (?receiver\n          ?word) { (UNDEF UNDEF) }"


def test_values_go_in_on_as_many_lines() -> None:
    dps = "<https://w3id.org/rettvei/id/kind/dps>"
    expected = TEXT.replace(ROW, f'VALUES (?receiver ?word) {{ ({dps} "x") }}\n')
    assert bind(QUERY, {"word": "x", "receiver": "dps"}) == expected


def test_what_is_not_given_stays_open() -> None:
    assert bind(QUERY, {"word": "x"}) == TEXT.replace(ROW, 'VALUES (?receiver ?word) { (UNDEF "x") }\n')


def test_a_value_cannot_leave_its_place() -> None:
    bound = bind(QUERY, {"word": '") } ?s ?p ?o # \\'})
    assert bound == TEXT.replace(ROW, 'VALUES (?receiver ?word) { (UNDEF "\\") } ?s ?p ?o # \\\\") }\n')


def test_a_query_without_parameters_is_left_as_it_is() -> None:
    text = "# title(nb): Hva?\n# title(en): What?\n# column: a iri — a\nSELECT ?a WHERE { ?a ?b ?c }\n"
    assert bind(parse(text, "topic/name"), {}) == text


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({}, "topic/name needs the parameter word (string): a word."),
        ({"word": "x", "reciever": "y"}, "topic/name has no parameter 'reciever'; it takes receiver, word."),
        ({"word": "x", "receiver": "a b"}, "receiver: 'a b' is not an id of the collection kind, or its IRI."),
    ],
)
def test_what_does_not_fit_is_bad_input(params: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput) as caught:
        bind(QUERY, params)
    assert caught.value.message == message
