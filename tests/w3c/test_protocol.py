"""The requests of the suite, as they stand in its manifest, sent to our endpoint.

Those that change the store are refused, as everything here only reads; those that must be refused are refused.
"""

import json
from collections.abc import Mapping

import pytest

from tests.w3c import formats
from tests.w3c.endpoint import Endpoint, Reply
from tests.w3c.requests import EMPTY, Asked, Conversation, conversations

READERS: Mapping[str, Mapping[str, object]] = {
    "boolean": {media: read for media, read in formats.SOLUTIONS.items() if media.startswith("application/")},
    "tabular": formats.SOLUTIONS,
    "RDF": formats.GRAPHS,
}
"""What may be answered where the suite expects a sort of document."""


@pytest.mark.parametrize("said", [pytest.param(c, id=c.name) for c in conversations()] or ["absent"])
def test_a_conversation_of_the_suite(said: Conversation, endpoint: Endpoint) -> None:
    endpoint.hold(said.data, [EMPTY])
    first, *rest = said.requests
    reply = sent(endpoint, first)
    if said.changes:
        assert reply.status in (400, 415)
        assert json.loads(reply.body)["status"] == reply.status
        return
    for asked, answer in [(first, reply), *((asked, sent(endpoint, asked)) for asked in rest)]:
        check(asked, answer)


def check(asked: Asked, reply: Reply) -> None:
    assert f"{reply.status // 100}xx" in asked.statuses, reply
    if reply.status >= 400:
        assert reply.media == "application/problem+json"
    if asked.format:
        read = READERS[asked.format][reply.media]
        found = read(reply.body)
        assert asked.boolean in (None, found)


def sent(endpoint: Endpoint, asked: Asked) -> Reply:
    return endpoint.request(asked.method, asked.target, asked.headers, asked.body)


@pytest.mark.parametrize("which", ["default", "named"])
def test_a_graph_that_is_not_there_is_named(which: str, endpoint: Endpoint) -> None:
    endpoint.hold((), [EMPTY])
    reply = endpoint.request("GET", f"/sparql?query=ASK%7B%7D&{which}-graph-uri=http%3A%2F%2Fx.example%2Fno", {})
    assert (reply.status, json.loads(reply.body)["reason"]) == (400, "no-graph")
    assert "http://x.example/no" in reply.body.decode()


@pytest.mark.parametrize(
    "media", ["application/sparql-query; charset=utf-16", "application/sparql-query;charset=latin1"]
)
def test_a_query_in_another_encoding_is_refused_whatever_its_bytes(media: str, endpoint: Endpoint) -> None:
    endpoint.hold((), [EMPTY])
    assert endpoint.request("POST", "/sparql", {"Content-Type": media}, b"ASK {}").status == 415


def test_a_query_that_says_its_encoding_is_answered(endpoint: Endpoint) -> None:
    endpoint.hold((), [EMPTY])
    headers = {"Content-Type": 'Application/SPARQL-Query; Charset="UTF-8"'}
    assert endpoint.request("POST", "/sparql", headers, "ASK { BIND('å' AS ?x) }".encode()).status == 200


def test_head_is_answered_as_get_without_a_body(endpoint: Endpoint) -> None:
    endpoint.hold((), [EMPTY])
    got, headed = (endpoint.request(method, "/sparql?query=ASK%7B%7D", {}) for method in ("GET", "HEAD"))
    assert (headed.status, headed.media, headed.body) == (200, got.media, b"")
