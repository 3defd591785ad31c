from pathlib import Path

from kg.model.finding import Location
from kg.sources.where import where
from tests.sources.tree import things, write


def test_a_row_of_a_table(tmp_path: Path) -> None:
    things(tmp_path, "a,,,\nb,north,,\n")
    found = where(tmp_path, "tables/things.csv", "http://example.org/b", "north")
    assert found == Location("tables/things.csv", row=3)
    assert str(found) == "tables/things.csv, row 3"


def test_a_line_of_a_turtle_file(tmp_path: Path) -> None:
    write(tmp_path, norms__a_ttl="# a norm\n<http://a> <http://b> <http://c> .\n")
    assert where(tmp_path, "norms/a.ttl", "http://a") == Location("norms/a.ttl", line=2)


def test_only_the_file_where_it_does_not_show_the_subject(tmp_path: Path) -> None:
    write(tmp_path, norms__a_ttl="# a norm\n")
    assert where(tmp_path, "norms/a.ttl", "http://a") == Location("norms/a.ttl")
