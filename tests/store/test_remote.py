"""The Oxigraph server passes the contract over HTTP; what is no answer is told by its reason, and passes."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Thread
from urllib.parse import parse_qs

import pytest

from kg.core.errors import BadInput, Busy, StoreUnavailable
from kg.store import endpoint
from kg.store.endpoint import Endpoint
from kg.store.port import Iri
from kg.store.remote import RemoteStore
from tests.store.contract import Contract
from tests.store.lying import LIES, Handler, endless, hang, huge, leave, lying, page, right, status, truth
from tests.store.served import free_port, served
from tests.store.short import CHAIN, PREFIX, Opener, iri, rows

SELECT = "SELECT ?s WHERE { ?s ?p ?o }"


class TestRemote(Contract):
    @pytest.fixture
    def store_of(self) -> Iterator[Opener]:
        with ExitStack() as running:
            yield lambda quads: RemoteStore(Endpoint(running.enter_context(served(quads)).url))


def impatient(url: str) -> RemoteStore:
    return RemoteStore(Endpoint(url, seconds=0.4, most=1_000_000))


def reason(ask: Callable[[], object]) -> object:
    with pytest.raises(StoreUnavailable) as raised:
        ask()
    assert "secret" not in raised.value.message
    return raised.value.details["reason"]


@pytest.mark.parametrize(("lie", "told"), LIES.items(), ids=lambda value: getattr(value, "__name__", None))
def test_what_is_no_answer_is_told_and_the_next_one_is_heard(lie: Callable[[Handler], None], told: str) -> None:
    with lying(lie) as server:
        store = impatient(server.url)
        assert reason(lambda: store.select(SELECT)) == told
        server.lie = right
        assert list(store.select(SELECT).rows) == [(Iri("urn:x:a"),)]


@pytest.mark.parametrize("lie", [leave, huge, endless, page, status(503)])
def test_no_connection_is_lost_by_failures(lie: Callable[[Handler], None]) -> None:
    with lying(lie) as server:
        store = impatient(server.url)
        for _ in range(endpoint.AT_ONCE + 2):
            reason(lambda: store.select(SELECT))
        server.lie = right
        assert list(store.select(SELECT).rows) == [(Iri("urn:x:a"),)]


def test_rows_are_no_truth_and_truth_is_no_triples() -> None:
    with lying(right) as server:
        store = impatient(server.url)
        assert reason(lambda: store.ask("ASK { ?s ?p ?o }")) == "no-results"
        assert reason(lambda: store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == "no-results"
        server.lie = truth
        assert store.ask("ASK { ?s ?p ?o }") is True
        server.lie = lambda handler: handler.give(200, b"<urn:x:a> <urn:x:p> .", "application/n-triples")
        assert reason(lambda: store.construct("CONSTRUCT WHERE { ?s ?p ?o }")) == "no-results"


def test_who_is_not_there_is_told() -> None:
    assert reason(lambda: impatient(f"http://127.0.0.1:{free_port()}/query").select(SELECT)) == "refused"
    assert reason(lambda: impatient("http://nobody.invalid/query").select(SELECT)) == "refused"


def test_a_server_without_a_certificate_is_told() -> None:
    with lying(right) as server:
        assert reason(lambda: impatient(server.url.replace("http", "https")).select(SELECT)) == "insecure"


def test_when_all_places_are_taken_one_more_is_told_so() -> None:
    with lying(hang) as server:
        store = RemoteStore(Endpoint(server.url, seconds=10))
        waiting = [Thread(target=lambda: reason(lambda: store.select(SELECT))) for _ in range(endpoint.AT_ONCE)]
        for thread in waiting:
            thread.start()
        while len(server.asked) < endpoint.AT_ONCE:
            server.ended.wait(0.01)
        with pytest.raises(Busy):
            store.select(SELECT)
        server.ended.set()
        for thread in waiting:
            thread.join()


def test_the_query_is_sent_as_a_form_with_what_the_address_says() -> None:
    with lying(right) as server:
        address = server.url.replace("//", "//reader:a%40b@") + "?default-graph-uri=x"
        asked = Endpoint(address)
        endpoint.fetch(endpoint.connections(asked), asked, SELECT, endpoint.RESULTS, [("named-graph-uri", "urn:x:æ")])
        [(path, headers, body)] = server.asked
    assert path == "/sparql?default-graph-uri=x"
    assert parse_qs(body.decode()) == {"query": [SELECT], "named-graph-uri": ["urn:x:æ"]}
    assert headers["authorization"] == "Basic " + b64encode(b"reader:a@b").decode()
    assert headers["accept"].startswith("application/sparql-results+json")


def test_no_proxy_of_the_environment_stands_between(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{free_port()}")
    with lying(right) as server:
        assert list(impatient(server.url).select(SELECT).rows) == [(Iri("urn:x:a"),)]


@pytest.mark.parametrize(
    "text", ["SELECT", "DROP ALL", "SELECT * { SERVICE <urn:x:a> { ?s ?p ?o } }", "ASK { ?s ?p ?o }"]
)
def test_what_is_no_query_of_the_form_is_not_sent(text: str) -> None:
    with lying(right) as server:
        with pytest.raises(BadInput):
            impatient(server.url).select(text)
        assert server.asked == []


def test_a_server_that_was_killed_is_asked_again_when_it_is_back() -> None:
    with served(CHAIN) as server:
        store = impatient(server.url)
        assert len(rows(store, "SELECT ?s WHERE { ?s :q ?o }")) == 1
        server.kill()
        assert reason(lambda: store.select(PREFIX + SELECT)) in {"refused", "cut"}
        assert reason(lambda: store.select(PREFIX + SELECT)) == "refused"
        server.start()
        assert rows(store, "SELECT ?s WHERE { ?s :q ?o }") == []
        server.load(CHAIN)
        assert rows(store, "SELECT ?s WHERE { GRAPH ?g { ?s :q ?o } }") == [(iri("x"),)]
