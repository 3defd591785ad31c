import json
from contextlib import suppress
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from api.body import DEEPEST, MOST, json_object, parsed, read
from kg.core.errors import BadInput, TooLarge, UnsupportedMedia
from kg.wording.errors import explained
from kg.wording.words import load

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**300), 10**300)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


def sent(*chunks: bytes, **headers: str) -> Request:
    """A request with this body; `content_type` and the like are headers."""
    waiting = [{"type": "http.request", "body": c, "more_body": True} for c in chunks]
    waiting.append({"type": "http.request", "body": b"", "more_body": False})

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return Request({"type": "http", "method": "POST", "headers": pairs}, receive)


@given(st.dictionaries(st.text(), VALUES, max_size=5))
def test_what_json_writes_is_read(value: dict[str, Any]) -> None:
    assert parsed(json.dumps(value).encode()) == value
    assert parsed(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    with suppress(BadInput):
        assert isinstance(parsed(raw), dict)


@pytest.mark.parametrize(
    ("raw", "details"),
    [
        (b"", {"reason": "no-json", "line": 1, "column": 1}),
        (b'{"a": 1,\n "b" 2}', {"reason": "no-json", "line": 2, "column": 6}),
        (b"{}{}", {"reason": "no-json", "line": 1, "column": 3}),
        (b"[]", {"reason": "no-object"}),
        (b"null", {"reason": "no-object"}),
        (b'{"a": NaN}', {"reason": "not-a-number", "value": "NaN"}),
        (b'{"a": -Infinity}', {"reason": "not-a-number", "value": "-Infinity"}),
        (b'{"a": 1e400}', {"reason": "number-too-large", "value": "1e400"}),
        (b'{"a": 1' + b"0" * 400 + b"}", {"reason": "number-too-large", "value": "1" + "0" * 39}),
        (b'{"a": ' + b"9" * 5000 + b"}", {"reason": "number-too-large", "value": "9" * 40}),
        (b'{"a": {"b": 1, "c": 2, "b": 3}}', {"reason": "key-twice", "name": "b"}),
        (b'{"a": 1, "\\u0061": 2}', {"reason": "key-twice", "name": "a"}),
        (b'{"a": "\\ud800"}', {"reason": "half-letter"}),
        (b'{"\\udc00": "a"}', {"reason": "half-letter"}),
        (b'{"a":\n "\xc3\x28"}', {"reason": "no-utf-8", "line": 2, "column": 3}),
        (b"\xef\xbb\xbf{}", {"reason": "no-json", "line": 1, "column": 1}),
        (b'{"a": "\x00"}', {"reason": "no-json", "line": 1, "column": 8}),
        (b"[" * 100_000, {"reason": "too-deep", "most": DEEPEST, "line": 1, "column": DEEPEST + 1}),
        (b'{"a":' * 100_000, {"reason": "too-deep", "most": DEEPEST, "line": 1, "column": DEEPEST * 5 + 1}),
    ],
)
def test_what_is_wrong_is_said_with_its_place(raw: bytes, details: dict[str, Any]) -> None:
    with pytest.raises(BadInput) as caught:
        parsed(raw)
    assert caught.value.details == details
    assert {len(explained(caught.value, load(language)).detail) > 20 for language in ("nb", "en")} == {True}


@pytest.mark.parametrize("inner", ["[" * 100, '\\"' + "{" * 100, "\\\\"])
def test_brackets_in_strings_do_not_nest(inner: str) -> None:
    raw = f'{{"a": "{inner}", "b": [{", ".join(["[]"] * 40)}]}}'
    assert parsed(raw.encode())["b"] == [[]] * 40


def test_as_deep_as_may_be_is_read() -> None:
    depth = DEEPEST - 1
    assert parsed(b'{"a": ' + b"[" * depth + b"]" * depth + b', "b": [[], []]}')


def test_a_body_comes_in_pieces() -> None:
    request = sent(b'{"a"', b': "\xc3', b'\xa5"}', content_type="Application/JSON; charset=utf-8")
    assert anyio.run(json_object, request) == {"a": "å"}


@pytest.mark.parametrize("headers", [{}, {"content_type": "text/plain"}, {"content_type": "application/json5"}])
def test_only_json_is_taken_for_json(headers: dict[str, str]) -> None:
    with pytest.raises(UnsupportedMedia):
        anyio.run(json_object, sent(b"{}", **headers))


def test_a_compressed_body_is_refused() -> None:
    with pytest.raises(UnsupportedMedia):
        anyio.run(read, sent(b"x", content_encoding="gzip"), 10)


@pytest.mark.parametrize("headers", [{"content_length": "11"}, {"content_length": "9" * 5000}, {}])
def test_too_much_is_refused_whether_or_not_it_is_said(headers: dict[str, str]) -> None:
    with pytest.raises(TooLarge) as caught:
        anyio.run(read, sent(b"12345", b"678901", **headers), 10)
    assert caught.value.details == {"reason": "body", "most": 10}


def test_a_json_body_at_the_limit_is_read() -> None:
    filled = b'{"a": "' + b"x" * (MOST - 9) + b'"}'
    assert len(filled) == MOST
    assert anyio.run(json_object, sent(filled, content_type="application/json"))
