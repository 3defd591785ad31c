"""Values become terms that nothing in them can end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.core.errors import BadInput
from kg.queries.types import PARAMETER_TYPES, term
from kg.store.oxigraph import in_memory
from kg.store.port import Iri, Literal

XSD = "http://www.w3.org/2001/XMLSchema#"
ID = "https://w3id.org/rettvei/id/"

HOSTILE = [
    'x" } } DELETE',
    "x\\",
    'x\\"',
    "a\nb\r\tc\b\f",
    "} UNION { ?s ?p ?o",
    "http://x/> } #",
    "dps> <y",
    "dps) (UNDEF",
    "''' \"\"\"",
    "æøå 😀 \u2028",
    "",
    "\\u0022",
    "../kind/x",
    "2020-01-01\n",
    "1 }",
]


def read_back(written: str) -> list[object]:
    rows = in_memory(b"").select(f"SELECT ?x WHERE {{ VALUES (?x) {{ ({written}) }} }}").rows
    return [value for row in rows for value in row]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("kind", "dps", Iri(f"{ID}kind/dps")),
        ("kind", f"{ID}kind/dps", Iri(f"{ID}kind/dps")),
        ("place", "no-4627", Iri(f"{ID}place/no-4627")),
        ("norm", "smp-not-to-dps", Iri(f"{ID}norm/smp-not-to-dps")),
        ("provision-version", "a-2.b_c", Iri(f"{ID}provision-version/a-2.b_c")),
        ("iri", "http://example.org/a?b=c#d%20e", Iri("http://example.org/a?b=c#d%20e")),
        ("date", "2020-02-29", Literal("2020-02-29", f"{XSD}date")),
        ("integer", "-007", Literal("-7", f"{XSD}integer")),
        ("boolean", "true", Literal("true", f"{XSD}boolean")),
        ("language", "nb-NO", Literal("nb-no", f"{XSD}string")),
        ("string", 'a "b" \\ c\n', Literal('a "b" \\ c\n', f"{XSD}string")),
    ],
)
def test_a_value_is_written_as_its_type(kind: str, value: str, expected: object) -> None:
    assert read_back(term("p", kind, value)) == [expected]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("kind", f"{ID}place/norway", "an id of the collection kind, or its IRI"),
        ("kind", "http://example.org/dps", "an id of the collection kind, or its IRI"),
        ("kind", "fast lege", "an id of the collection kind, or its IRI"),
        ("iri", "dps", "an absolute IRI, such as https://w3id.org/rettvei/id/kind/dps"),
        ("iri", "http://x/#a#b", "an absolute IRI, such as https://w3id.org/rettvei/id/kind/dps"),
        ("iri", "http://x/%zz", "an absolute IRI, such as https://w3id.org/rettvei/id/kind/dps"),
        ("date", "2021-02-29", "a date as YYYY-MM-DD"),
        ("date", "20210228", "a date as YYYY-MM-DD"),
        ("date", "2021-W01-1", "a date as YYYY-MM-DD"),
        ("date", "٢٠٢١-٠١-٠١", "a date as YYYY-MM-DD"),
        ("date", "i dag", "a date as YYYY-MM-DD"),
        ("integer", "1.5", "a whole number"),
        ("integer", "1" * 19, "a whole number"),
        ("boolean", "ja", "true or false"),
        ("language", "norsk bokmål", "a language tag, such as nb or en"),
        ("string", "a\x00b", "a text without control codes"),
        ("string", "\ud800", "a text without control codes"),
    ],
)
def test_a_wrong_value_names_the_parameter_and_what_was_expected(kind: str, value: str, expected: str) -> None:
    with pytest.raises(BadInput) as caught:
        term("since", kind, value)
    assert caught.value.message == f"since: {value!r} is not {expected}."
    said = {"reason": "wrong-type", "parameter": "since", "value": value, "type": kind, "expected": expected}
    assert caught.value.details == said


def test_a_long_wrong_value_is_shown_in_part() -> None:
    with pytest.raises(BadInput) as caught:
        term("since", "date", "x" * 5000)
    assert caught.value.message == f"since: '{'x' * 60}…' is not a date as YYYY-MM-DD."


@pytest.mark.parametrize("kind", sorted(PARAMETER_TYPES))
@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_one_term_or_refused(kind: str, value: str) -> None:
    try:
        written = term("p", kind, value)
    except BadInput:
        return
    assert len(read_back(written)) == 1


@given(st.sampled_from(["string", "iri", "kind", "language", "date", "integer"]), st.text(max_size=30))
def test_any_text_is_one_term_or_refused(kind: str, value: str) -> None:
    try:
        written = term("p", kind, value)
    except BadInput:
        return
    [found] = read_back(written)
    if kind == "string":
        assert found == Literal(value, f"{XSD}string")


@given(st.from_regex(r"\A[a-z]{1,5}:[!-~]{0,20}\Z"))
def test_an_iri_comes_back_as_it_was_or_is_refused(value: str) -> None:
    try:
        written = term("p", "iri", value)
    except BadInput:
        return
    assert read_back(written) == [Iri(value)]
