"""Clients as they should not be, over raw sockets: each is answered as clearly as may be, and none stays."""

import json
import socket
from collections.abc import Iterator

import pytest

from tests.serving.served import BIG, Served, get, rest, serving, until

CLOSE = "Connection: close"


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    with serving() as found:
        yield found


def problem(said: bytes) -> tuple[int, str]:
    """Status and code of the one response in these bytes, which must be whole."""
    head, _, body = said.partition(b"\r\n\r\n")
    assert b"content-type: application/problem+json" in head
    assert b"connection: close" in head
    assert b"date: " in head
    assert f"content-length: {len(body)}".encode() in head
    found = json.loads(body)
    assert head.startswith(f"HTTP/1.1 {found['status']} ".encode())
    assert found["title"]
    assert found["detail"]
    return found["status"], found["code"]


@pytest.mark.parametrize(
    "raw",
    [
        b"GARBAGE\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\0" * 100 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-A: b\0c\r\n\r\n",
        b"GET /\xc3\xa5 HTTP/1.1\r\nHost: a\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-\xc3\xa5: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-A: b\r\n c\r\nX B: c\r\n\r\n",
        b"GET / HTTP/one\r\nHost: a\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: many\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n0\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nxxyy\r\n0\r\n\r\n",
        b"POST /read HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffffffff\r\nxx",
    ],
)
def test_what_is_no_http_is_a_problem(served: Served, raw: bytes) -> None:
    assert problem(served.say(raw)) == (400, "bad-input")


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET /" + b"x" * 40_000, 414),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX-A: " + b"x" * 40_000, 431),
        (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X-A: b\r\n" * 6_000, 431),
        (b"GET / HTTP/1.1\r\nHost: a\r\n" + b"X-A: b\r\n" * 500_000, 431),
    ],
)
def test_a_head_without_end_is_a_problem(served: Served, raw: bytes, status: int) -> None:
    assert problem(served.say(raw)) == (status, "too-large")


def test_headers_that_are_no_ascii_are_read(served: Served) -> None:
    assert served.say(get("/", "X-A: å", CLOSE)).endswith(b"ok")


@pytest.mark.parametrize("start", [b"G", b"GET / HTTP/1.1\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nX-A: "])
def test_a_slow_head_is_a_problem(served: Served, start: bytes) -> None:
    assert problem(served.say(start)) == (408, "too-slow")


def test_a_head_that_trickles_is_as_slow(served: Served) -> None:
    with served.connect() as client:
        client.settimeout(0.1)
        said = b""
        for _ in range(100):
            try:
                client.sendall(b"x")
                said += client.recv(1000)
                break
            except TimeoutError:
                continue
        client.settimeout(20)
        assert problem(said + rest(client)) == (408, "too-slow")


def test_who_says_nothing_is_told_nothing(served: Served) -> None:
    assert served.say() == b""


def test_the_second_head_is_timed_too(served: Served) -> None:
    first, _, second = served.say(get("/"), b"GET / HT").partition(b"ok")
    assert first.startswith(b"HTTP/1.1 200")
    assert problem(second) == (408, "too-slow")


def test_a_connection_that_asks_no_more_is_closed(served: Served) -> None:
    assert served.say(get("/")).endswith(b"ok")


@pytest.mark.parametrize(
    "start",
    [
        get("/read", "Content-Length: 5", method="POST") + b"abc",
        get("/read", "Content-Length: 5", "Expect: 100-continue", method="POST"),
        get("/read", "Transfer-Encoding: chunked", method="POST") + b"3\r\nabc\r\n",
    ],
)
def test_a_slow_body_is_a_problem_and_the_application_hears_of_it(served: Served, start: bytes) -> None:
    before = served.seen.count("left")
    said = served.say(start).removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n")
    assert problem(said) == (408, "too-slow")
    until(lambda: served.seen.count("left") == before + 1)


@pytest.mark.parametrize("headers", [(), (CLOSE,)])
def test_an_answer_that_does_not_wait_for_the_body_arrives(served: Served, headers: tuple[str, ...]) -> None:
    """The client has more to send than any buffer holds, and reads only then."""
    asked = get("/", "Content-Length: 9000000", *headers, method="POST")
    assert served.say(asked, b"x" * 9_000_000).endswith(b"ok")


def test_a_body_that_nobody_reads_is_not_waited_for(served: Served) -> None:
    assert served.say(get("/", "Content-Length: 5", method="POST")).endswith(b"ok")


def flood(client: socket.socket) -> None:
    client.sendall(get("/", "Content-Length: 900000000", method="POST"))
    for _ in range(900):
        client.sendall(b"x" * 1_000_000)


def test_who_floods_after_the_answer_is_cut_off(served: Served) -> None:
    with served.connect() as client, pytest.raises(OSError, match=r"reset|pipe"):
        flood(client)


def test_who_has_ended_their_side_is_answered(served: Served) -> None:
    assert served.say(get("/slow"), ends=True).endswith(b"ok")
    assert served.say(get("/"), get("/slow"), ends=True).count(b"HTTP/1.1 200") == 2
    assert served.say(get("/read", "Content-Length: 3", method="POST"), b"abc", ends=True).endswith(b"3")


@pytest.mark.parametrize("start", [b"", b"GET /", get("/read", "Content-Length: 5", method="POST") + b"abc"])
def test_who_ends_before_the_request_does_gets_no_more(served: Served, start: bytes) -> None:
    assert served.say(start, ends=True) == b""


def test_requests_in_a_row_are_answered_in_a_row(served: Served) -> None:
    said = served.say(get("/read", "Content-Length: 3", method="POST") + b"abc" + get("/") + get("/slow", CLOSE))
    assert [part[-2:] for part in said.split(b"HTTP/1.1 ")[1:]] == [b"\n3", b"ok", b"ok"]


def test_garbage_after_a_request_spoils_no_answer(served: Served) -> None:
    first, _, second = served.say(get("/slow") + b"GARBAGE\r\n\r\n").partition(b"ok")
    assert first.startswith(b"HTTP/1.1 200")
    assert problem(second) == (400, "bad-input")


def test_who_does_not_read_is_cut_off(served: Served) -> None:
    with served.connect() as client:
        client.sendall(get("/big"))
        until(lambda: "/big" in served.seen)
        until(lambda: served.held() == 0)
        assert len(rest(client)) < BIG


def test_who_reads_slowly_is_not(served: Served) -> None:
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 16)
        client.connect(("127.0.0.1", served.port))
        client.sendall(get("/big", CLOSE))
        client.settimeout(20)
        taken = 0
        while piece := client.recv(1 << 16):
            taken += len(piece)
    assert taken > BIG


def test_nobody_stays(served: Served) -> None:
    until(lambda: served.held() == 0)
