from pathlib import Path

import pytest

from kg.core.errors import SourceError
from kg.sources.register import rows


def table(root: Path, content: bytes) -> Path:
    (root / "t.csv").write_bytes(content)
    return root / "t.csv"


def test_rows_by_number_with_marks_quotes_and_line_ends(tmp_path: Path) -> None:
    content = '\ufeffid,name\r\na,"One, ""two""\nthree"\r\n\r\n b , Ørsta \r\n'.encode()
    found = rows(table(tmp_path, content))
    assert found == {2: {"id": "a", "name": 'One, "two"\nthree'}, 4: {"id": "b", "name": "Ørsta"}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "t.csv: this table has no rows"),
        (b"id,name\n", "t.csv: this table has no rows"),
        (b"id,name\na,b\nc\n", "t.csv, row 3: 1 cells where the head has 2"),
        (b"id,name\na,b,c\n", "t.csv, row 2: 3 cells where the head has 2"),
        (b'id,name\na,b\nc,"d" e\n', "t.csv:3: this is no CSV: ',' expected after '\"'"),
        ("id,name\na,Ørsta\n".encode("latin-1"), "t.csv: this file is not UTF-8"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, content: bytes, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        rows(table(tmp_path, content))
    assert raised.value.message == message


def test_a_missing_table_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"t\.csv: there is no such file"):
        rows(tmp_path / "t.csv")
