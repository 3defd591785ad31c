"""What was said before is not said again, and never grows without end."""

import orjson

from kg.wording import said
from kg.wording.said import Said, written


def test_a_piece_is_said_once() -> None:
    pieces, count = Said(), []
    for _ in range(2):
        assert pieces.piece("key", lambda: count.append(1) or {"a": 1}) == {"a": 1}
    assert len(count) == 1


def test_pieces_of_other_keys_are_other_pieces() -> None:
    pieces = Said()
    assert [pieces.piece(n, lambda n=n: [n]) for n in (1, 2, 1)] == [[1], [2], [1]]


def test_when_there_are_too_many_all_are_forgotten() -> None:
    pieces, count = Said(), []
    for n in range(said.MOST + 1):
        pieces.once(n, lambda n=n: n + 1)
    pieces.once(0, lambda: count.append("again") or 1)
    assert count == ["again"]


def test_a_writer_keeps_json() -> None:
    pieces = Said(written)
    assert orjson.dumps(pieces.piece("key", lambda: {"a": "å"})) == '{"a":"å"}'.encode()
    assert pieces.once("plain", lambda: "as it is") == "as it is"


def test_a_row_is_said_once_and_written_as_one() -> None:
    pieces, count = Said(written), []
    for _ in range(2):
        row = pieces.row(("a", "b"), lambda: count.append(1) or [pieces.piece(n, lambda n=n: n) for n in "ab"])
        assert orjson.dumps(row) == b'["a","b"]'
    assert len(count) == 1
