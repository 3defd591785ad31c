"""The header of a stored query: what is read, and which line is to blame."""

import pytest

from kg.core.errors import QueryFileError
from kg.queries.header import Column, Header, Parameter, parse

GOOD = """\
# title(nb): Hvem kan henvise til en mottaker?
# title(en): Who may refer to a receiver?
# param: receiver kind required — mottakeren | the receiver
# param: on date optional — a day: that of the question
# column: referrer iri — who refers
# column: label text — its name
# tags: referral, question:Q003
# not reached
"""


def header(*lines: str) -> str:
    return "\n".join((*lines, "SELECT ?a WHERE { ?a ?b ?c }"))


NB, EN, COLUMN = "# title(nb): Hva?", "# title(en): What?", "# column: a iri — a thing"


def once(said: str) -> dict[str, str]:
    """What is written once stands for both languages."""
    return {"nb": said, "en": said}


def test_everything_is_read() -> None:
    text = GOOD.replace("# not reached\n", "PREFIX a: <x#>\n# a remark in the body is no header: line\n")
    assert parse(text, "queries/t/q.rq") == Header(
        {"nb": "Hvem kan henvise til en mottaker?", "en": "Who may refer to a receiver?"},
        (
            Parameter("receiver", "kind", True, {"nb": "mottakeren", "en": "the receiver"}),
            Parameter("on", "date", False, once("a day: that of the question")),
        ),
        (Column("referrer", "iri", once("who refers")), Column("label", "text", once("its name"))),
        ("referral", "question:Q003"),
    )


def test_parameters_and_tags_may_be_absent() -> None:
    found = parse(header(NB, EN, COLUMN), "queries/t/q.rq")
    assert (found.params, found.tags) == ((), ())


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        ((EN, COLUMN), 1, "The header lacks title(nb)."),
        ((NB, COLUMN), 1, "The header lacks title(en)."),
        ((NB, EN), 1, "The header lacks column."),
        ((), 1, "The header lacks title(nb) and title(en) and column."),
        ((NB, EN, "# colunm: a iri — a thing"), 3, "“# colunm: a iri — a thing” is unknown or given twice"),
        ((NB, NB, EN, COLUMN), 2, "given twice"),
        ((NB, "# title(no): Hva?", COLUMN), 2, "“# title(no): Hva?” is unknown"),
        ((NB, "# title: Hva?", COLUMN), 2, "is unknown"),
        ((NB, EN, "# just a remark", COLUMN), 3, "A header line is “# key: text”"),
        ((NB, EN, "#", COLUMN), 3, "A header line is “# key: text”"),
        ((NB, EN, "# param: p kind — no word on need", COLUMN), 3, "required|optional"),
        ((NB, EN, "# param: p kind optional - a hyphen", COLUMN), 3, "required|optional"),
        ((NB, EN, "# param: p thing optional — a thing", COLUMN), 3, "The type “thing” is unknown; known are action"),
        ((NB, EN, "# param: p text optional — only a column", COLUMN), 3, "The type “text” is unknown"),
        ((NB, EN, "# param: limit integer optional — a number", COLUMN), 3, "limit is no name for a parameter"),
        ((NB, EN, "# param: p iri optional — a", "# param: p iri optional — b", COLUMN), 4, "p is given twice."),
        ((NB, EN, COLUMN, COLUMN), 4, "a is given twice."),
        ((NB, EN, "# column: a iri"), 3, "# column: name type — hva det er | what it is"),
        ((NB, EN, "# column: a thing — a thing"), 3, "The type “thing” is unknown"),
        ((NB, EN, COLUMN, "# tags: a", "# tags: b"), 5, "given twice"),
    ],
)
def test_a_bad_line_is_named(lines: tuple[str, ...], line: int, words: str) -> None:
    with pytest.raises(QueryFileError) as caught:
        parse(header(*lines), "queries/t/q.rq")
    assert caught.value.message.startswith(f"queries/t/q.rq:{line}: ")
    assert words in caught.value.message
