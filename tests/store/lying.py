"""A server that answers as no SPARQL endpoint should, each time in the way that a test names."""

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import MappingProxyType

import urllib3

RESULTS = "application/sparql-results+json"
RIGHT = b'{"head": {"vars": ["s"]}, "results": {"bindings": [{"s": {"type": "uri", "value": "urn:x:a"}}]}}'


Lie = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """One request, answered by the lie that the server tells now."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: else each answer waits for an acknowledgement
    server: "Liar"

    def do_POST(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.path, headers, self.body()))
        self.server.lie(self)

    def body(self) -> bytes:
        return self.rfile.read(int(self.headers["Content-Length"]))

    def give(self, status: int, body: bytes, media: str = RESULTS, **headers: str) -> None:
        self.send_response(status)
        told = {"Content-Type": media, "Content-Length": str(len(body))} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        for name, value in told.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


class Liar(ThreadingHTTPServer):
    """Listens on a free port; `lie` may be changed while it runs, `asked` holds what came."""

    daemon_threads = True

    def __init__(self, lie: Lie) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.lie = lie
        self.asked: list[tuple[str, Mapping[str, str], bytes]] = []
        self.ended = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/sparql"

    def handle_error(self, *_: object) -> None:
        """A client that has left is no news."""


@contextmanager
def lying(lie: Lie) -> Iterator[Liar]:
    """A server that lies for as long as a test needs it."""
    server = Liar(lie)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.ended.set()
        server.shutdown()
        thread.join()
        server.server_close()


def right(handler: Handler) -> None:
    handler.give(200, RIGHT)


def hang(handler: Handler) -> None:
    handler.server.ended.wait(20)
    handler.close_connection = True


def drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", RESULTS)
    handler.send_header("Content-Length", str(len(RIGHT)))
    handler.end_headers()
    for byte in RIGHT:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        if handler.server.ended.wait(0.02):
            return


def drip_head(handler: Handler) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"s" * 5000:
        handler.wfile.write(bytes([byte]))
        handler.wfile.flush()
        if handler.server.ended.wait(0.02):
            return


def break_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", RESULTS)
    handler.send_header("Content-Length", str(len(RIGHT)))
    handler.end_headers()
    handler.wfile.write(RIGHT[:50])
    handler.close_connection = True


def break_off_unsaid(handler: Handler) -> None:
    """Cut short where only the form of the document tells."""
    handler.give(200, RIGHT[:-2])


def break_off_a_part(handler: Handler) -> None:
    handler.give(200, b"40\r\n" + RIGHT[:20], Content_Length="", Transfer_Encoding="chunked")
    handler.close_connection = True


def leave(handler: Handler) -> None:
    handler.close_connection = True


def endless(handler: Handler) -> None:
    handler.give(200, b"", Content_Length="", Transfer_Encoding="chunked")
    part = b"10000\r\n" + b" " * 65_536 + b"\r\n"
    while not handler.server.ended.is_set():
        handler.wfile.write(part)


def swollen(handler: Handler) -> None:
    handler.give(200, gzip.compress(b" " * 10_000_000), Content_Encoding="gzip")


def huge(handler: Handler) -> None:
    handler.give(200, RIGHT, Content_Length=str(10**9))
    handler.wfile.flush()
    handler.server.ended.wait(20)


def no_number(handler: Handler) -> None:
    handler.give(200, RIGHT[:-1], Content_Length="many")
    handler.close_connection = True


def no_http(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01\x02 what?\r\n\r\n")
    handler.close_connection = True


def status(number: int) -> Lie:
    return lambda handler: handler.give(number, b"<html>/srv/secret/path</html>", "text/html")


def elsewhere(handler: Handler) -> None:
    handler.give(302, b"", Location="http://127.0.0.1:1/other")


def page(handler: Handler) -> None:
    handler.give(200, b"<html>Welcome</html>", "text/html")


def garbage(handler: Handler) -> None:
    handler.give(200, b"\xff\x00{]")


def truth(handler: Handler) -> None:
    handler.give(200, b'{"head": {}, "boolean": true}')


LIES: Mapping[Lie, str] = MappingProxyType(
    {
        hang: "timeout",
        drip: "timeout",
        drip_head: "timeout",
        break_off: "cut",
        break_off_unsaid: "no-results",
        break_off_a_part: "cut",
        leave: "cut",
        endless: "too-large",
        swollen: "too-large",
        huge: "too-large",
        elsewhere: "redirected",
        no_http: "cut",
        no_number: "no-results",
        page: "no-results",
        garbage: "no-results",
        truth: "no-results",
        status(500): "status",
        status(400): "status",
        status(204): "status",
    }
)
"""Each lie, and the reason that is given for it."""


def passing_on(address: str, spoil: Callable[[bytes, bytes], bytes] = lambda _, answer: answer) -> Lie:
    """An honest go-between, but for what it makes of an answer, given the form that asked for it."""

    def pass_on(handler: Handler) -> None:
        _, headers, body = handler.server.asked[-1]
        sent = {"Content-Type": headers["content-type"], "Accept": headers["accept"]}
        answer = urllib3.request("POST", address, body=body, headers=sent, retries=False)
        handler.give(answer.status, spoil(body, answer.data), answer.headers["content-type"])

    return pass_on
