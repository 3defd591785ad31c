from pathlib import Path

import pytest

from kg.core.errors import SourceError
from kg.sources.columns import problems, read_header
from tests.sources.tree import RQ, things

GOOD = {"id": "a", "area": "north", "kinds": "x+y", "since": ""}


def test_the_header_is_read_in_its_order(tmp_path: Path) -> None:
    header = read_header(things(tmp_path, "a,,,\n")[1])
    assert [c.name for c in header.columns] == ["id", "area", "kinds", "since"]
    assert header.key == ("id",)
    assert header.columns[1].known == {"north", "south"}
    assert header.columns[2].values("x+y") == ["x", "y"]
    assert header.columns[0].values("x+y") == ["x+y"]


def test_a_reference_may_be_to_one_of_several_columns(tmp_path: Path) -> None:
    rq = RQ.replace("areas.csv:id", "areas.csv:id,areas.csv:name")
    assert read_header(things(tmp_path, "a,,,\n", rq)[1]).columns[1].known == {"north", "south", "North", "South"}


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"area": "", "kinds": ""}, []),
        ({"id": ""}, [(2, "'id' is empty")]),
        ({"id": "A1"}, [(2, "'id' is 'A1': it must look like [a-z]+")]),
        ({"area": "nroth"}, [(2, "'area' is 'nroth', which is not in areas.csv:id")]),
    ],
)
def test_a_row_is_checked_cell_by_cell(tmp_path: Path, change: dict[str, str], found: list[tuple[int, str]]) -> None:
    header = read_header(things(tmp_path, "a,,,\n")[1])
    assert list(problems(header, {2: GOOD | change})) == found


def test_a_second_row_with_the_same_key_is_found(tmp_path: Path) -> None:
    header = read_header(things(tmp_path, "a,,,\n")[1])
    found = list(problems(header, {2: GOOD, 3: GOOD | {"id": "b"}, 5: GOOD}))
    assert found == [(5, "row 2 already has id 'a'")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("id required", "id needed", "tables/things.rq:2: cannot read this line"),
        ("[a-z]+", "[a-z", "tables/things.rq:2: the pattern cannot be read"),
        ("areas.csv:id", "aeras.csv:id", "tables/things.rq:3: there is no table aeras.csv beside this one"),
        ("areas.csv:id", "areas.csv:code", "tables/things.rq:3: areas.csv has no column 'code'"),
        ("# key: id", "# key: number", "tables/things.rq: the header must describe each column, and name the key"),
        ("# key: id\n", "", "tables/things.rq: the header must describe each column, and name the key"),
    ],
)
def test_a_header_that_cannot_be_read_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        read_header(things(tmp_path, "a,,,\n", RQ.replace(old, new))[1])
    assert raised.value.message.startswith(message)
