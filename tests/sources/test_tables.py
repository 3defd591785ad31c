from pathlib import Path

import pytest
from rdflib import RDF, XSD, Literal, URIRef

from kg.core.errors import SourceError
from kg.sources.tables import read, row_of
from tests.sources.tree import RQ, things

X = "http://example.org/"
ROWS = "a,north,one+two,2020-01-01\nb,,,\nc,south,one,\nb,,two,\n"
TWICE = RQ.replace("# key: id", "# key: id kinds")


def test_each_row_means_what_the_construct_says(tmp_path: Path) -> None:
    made = read(*things(tmp_path, "a,north,one+two,2020-01-01\nb,,,\n"))
    a, b, thing = URIRef(X + "a"), URIRef(X + "b"), URIRef(X + "Thing")
    assert set(made) == {
        (a, RDF.type, thing),
        (a, URIRef(X + "in"), Literal("north")),
        (a, URIRef(X + "kind"), Literal("one")),
        (a, URIRef(X + "kind"), Literal("two")),
        (a, URIRef(X + "since"), Literal("2020-01-01", datatype=XSD.date)),
        (b, RDF.type, thing),
    }


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a,north,x,\nb,nroth,x,\n", "tables/things.csv, row 3: 'area' is 'nroth', which is not in areas.csv:id"),
        ("a,,,\nb,,,\na,,,\n", "tables/things.csv, row 4: row 2 already has id 'a'"),
        ("a,,,\nb,,\n", "tables/things.csv, row 3: 3 cells where the head has 4"),
        (",,,\nB,,,\n", "tables/things.csv, row 2: 'id' is empty (and 1 more row to mend)"),
        ("a,,,\nb,,,2020-02-30\n", "tables/things.csv, row 3: '2020-02-30' is no date"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        read(*things(tmp_path, rows))
    assert raised.value.message == message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("CONSTRUCT {", "SELECT {", "tables/things.rq:9: this is no SPARQL"),
        (
            RQ[RQ.index("CONSTRUCT") : RQ.index(" WHERE")],
            "SELECT *",
            "tables/things.rq: this query must be a CONSTRUCT",
        ),
        (
            "PREFIX x: <http://example.org/>",
            "",
            "tables/things.rq: this query cannot be used: Unknown namespace prefix",
        ),
        ("col:id ?id", "col:ident ?id", "tables/things.rq: this query makes nothing of any row"),
        ("# column: area optional in areas.csv:id — area\n", "", "tables/things.csv, row 1: the columns are id, area,"),
    ],
)
def test_a_bad_construct_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in RQ
    with pytest.raises(SourceError) as raised:
        read(*things(tmp_path, "a,,,\n", RQ.replace(old, new)))
    assert raised.value.message.startswith(message)


def test_a_table_without_its_construct_is_an_error(tmp_path: Path) -> None:
    table, rq = things(tmp_path, "a,,,\n")
    rq.unlink()
    with pytest.raises(SourceError, match=r"tables/things\.rq: there is no such file"):
        read(table, rq)


@pytest.mark.parametrize(
    ("subject", "text", "row"),
    [("a", "", 2), ("b", "", 3), ("b", "two", 5), ("b", "three", 3), ("c", X + "in", 4), ("d", "", None)],
)
def test_the_row_that_says_so(tmp_path: Path, subject: str, text: str, row: int | None) -> None:
    assert row_of(*things(tmp_path, ROWS, TWICE), X + subject, text) == row
