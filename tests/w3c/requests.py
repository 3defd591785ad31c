"""The tests of the SPARQL 1.1 Protocol: requests, each with what is expected, read from the manifest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from tests.w3c.suite import MF, RDFS, SUITE, Data, Node, entries, items, manifest, objects, value

FOLDER = "sparql11/protocol"
HT, CNT = "http://www.w3.org/2011/http#", "http://www.w3.org/2011/content#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
EMPTY = "http://kasei.us/2009/09/sparql/data/data0.rdf"
"""A graph that many requests name, and that the suite has no file for: it is there, and empty."""


@dataclass(frozen=True)
class Asked:
    """One request and what must come back: a status of the hundred, perhaps a truth and a sort of document."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    statuses: frozenset[str]
    boolean: bool | None
    format: str | None


@dataclass(frozen=True)
class Conversation:
    """A test: requests one after the other, over this data."""

    name: str
    data: Data
    requests: tuple[Asked, ...]

    @property
    def changes(self) -> bool:
        """Whether it must be allowed to change the store."""
        return self.name.startswith("update_")


def conversations() -> list[Conversation]:
    """All of them."""
    if not SUITE.is_dir():
        return []
    store = manifest(FOLDER)
    return [_conversation(store, entry) for entry in entries(store)]


def _conversation(store: ox.Store, entry: ox.NamedNode) -> Conversation:
    [action] = objects(store, entry, f"{MF}action")
    [head] = objects(store, action, f"{HT}requests")
    return Conversation(
        value(entry).rpartition("#")[2],
        tuple(sorted(_graph(store, node) for node in objects(store, entry, f"{UT}graphData"))),
        tuple(_asked(store, node) for node in items(store, head)),
    )


def _graph(store: ox.Store, node: Node) -> tuple[str, object]:
    [file], [label] = objects(store, node, f"{UT}graph"), objects(store, node, f"{RDFS}label")
    return value(label), SUITE / FOLDER / value(file).rpartition("/")[2]


def _asked(store: ox.Store, node: Node) -> Asked:
    [response] = objects(store, node, f"{HT}resp")
    boolean = _text(store, response, f"{MF}expectedBoolean")
    return Asked(
        method=_text(store, node, f"{HT}methodName") or "",
        target="/sparql" + (_text(store, node, f"{HT}absolutePath") or "").removeprefix("/sparql/"),
        headers=dict(_headers(store, node)),
        body=_body(store, node),
        statuses=frozenset(value(s)[-3:] for s in objects(store, response, f"{MF}expectedStatus")),
        boolean=None if boolean is None else boolean == "true",
        format=_text(store, response, f"{MF}expectedFormat"),
    )


def _headers(store: ox.Store, node: Node) -> Iterator[tuple[str, str]]:
    for head in objects(store, node, f"{HT}headers"):
        for header in items(store, head):
            yield _text(store, header, f"{HT}fieldName") or "", _text(store, header, f"{HT}fieldValue") or ""


def _body(store: ox.Store, node: Node) -> bytes:
    for body in objects(store, node, f"{HT}body"):
        letters = _text(store, body, f"{CNT}chars") or ""
        return letters.encode(_text(store, body, f"{CNT}characterEncoding") or "utf-8")
    return b""


def _text(store: ox.Store, node: Node, predicate: str) -> str | None:
    return next((value(found) for found in objects(store, node, predicate)), None)
