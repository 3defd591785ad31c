"""How many it takes, whom it believes, and how it stops."""

import socket
import threading

import pytest

from kg.core.settings import Settings
from kg.serving import descriptors
from kg.serving.server import server
from tests.serving.served import Served, get, rest, serving, until
from tests.serving.test_connection import CLOSE, problem


def test_one_connection_too_many_is_told_so() -> None:
    with serving(most_connections=3, header_seconds=20) as served:
        held = [served.connect() for _ in range(3)]
        until(lambda: served.held() == 3)
        said = served.say(get("/"))
        assert problem(said) == (503, "busy")
        assert b"retry-after: 5\r\n" in said
        for client in held:
            client.close()
        until(lambda: served.held() == 0)
        assert served.say(get("/", CLOSE)).endswith(b"ok")


def test_no_answer_waits_for_the_client_to_confirm_its_head() -> None:
    with serving(header_seconds=20) as served, served.connect():
        until(lambda: served.held() == 1)
        (connection,) = served.server.server_state.connections
        accepted = connection.transport.get_extra_info("socket")
        assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_far_too_many_are_dropped() -> None:
    with serving(most_connections=2, header_seconds=20) as served:
        held = [served.connect() for _ in range(40)]
        assert served.held() <= 12
        assert problem(rest(held[2])) == (503, "busy")
        assert rest(held[-1]) in {b"", b"(reset)"}
        for client in held:
            client.close()


@pytest.mark.parametrize(
    ("proxies", "seen"),
    [((), b"127.0.0.1 http"), (("192.0.2.1",), b"127.0.0.1 http"), (("127.0.0.0/8",), b"198.51.100.7 https")],
)
def test_only_proxies_that_are_set_are_believed(proxies: tuple[str, ...], seen: bytes) -> None:
    forwarded = ("X-Forwarded-For: 203.0.113.5, 198.51.100.7", "X-Forwarded-Proto: https")
    with serving(trusted_proxies=proxies) as served:
        assert served.say(get("/client", CLOSE, *forwarded)).endswith(seen)


def stop(served: Served) -> None:
    served.server.should_exit = True


def test_what_was_begun_is_finished() -> None:
    with serving() as served, served.connect() as client:
        client.sendall(get("/slow"))
        until(lambda: served.held() == 1)
        stop(served)
        assert rest(client).endswith(b"ok")


def test_nothing_new_is_taken() -> None:
    with serving(stop_seconds=5) as served, served.connect() as busy, served.connect() as idle:
        busy.sendall(get("/read", "Content-Length: 5", method="POST"))
        until(lambda: served.held() == 2)
        stop(served)
        assert rest(idle) == b""
        with pytest.raises(OSError, match=r"refused|reset"):
            served.say(get("/"))


def test_it_says_for_a_while_that_it_is_about_to_stop() -> None:
    with serving(notice_seconds=2) as served:
        assert served.say(get("/stopping", CLOSE)).endswith(b"False")
        stop(served)
        until(lambda: served.say(get("/stopping", CLOSE)).endswith(b"True"))


def test_nobody_can_hold_it_up() -> None:
    with serving(header_seconds=60, body_seconds=60, stop_seconds=1) as served:
        clients = [served.connect() for _ in range(3)]
        clients[0].sendall(b"GET / HT")
        clients[1].sendall(get("/read", "Content-Length: 5", method="POST"))
        clients[2].sendall(get("/big"))
        until(lambda: "/big" in served.seen)
        stop(served)
    for client in clients:
        client.close()


def test_descriptors_are_raised_as_far_as_they_may(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"now": (256, 4096)}
    monkeypatch.setattr(descriptors.resource, "getrlimit", lambda _: limits["now"])
    monkeypatch.setattr(descriptors.resource, "setrlimit", lambda _, new: limits.update(now=new))
    assert 256 < descriptors.raised() < 4096
    assert limits["now"] == (4096, 4096)


def test_where_there_are_few_fewer_connections_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(descriptors, "raised", lambda: 7)
    found = server(lambda: None, Settings(most_connections=100))
    assert found.config.http.args[0].settings.most_connections == 7  # type: ignore[union-attr]


def test_threads_of_tests_are_gone() -> None:
    assert [t for t in threading.enumerate() if "run" in t.name] == []
