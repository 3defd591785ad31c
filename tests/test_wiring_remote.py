"""The graph of an endpoint: probed, compiled, noticed when it changes; while it is gone the index goes on."""

from pathlib import Path

import pytest

from kg.core.errors import StoreUnavailable
from kg.core.settings import Settings
from kg.store import released
from kg.store.sources import Gone
from kg.wiring import Current, open_graph
from tests import real
from tests.remote import another, serving
from tests.store.lying import lying, passing_on, right
from tests.store.served import Server, served

QUERY = "SELECT ?s WHERE { ?s ?p ?o } LIMIT 1"


def current_of(server: Server) -> Current:
    return Current(Settings(store=server.url))


def why(current: Current) -> object:
    with pytest.raises(StoreUnavailable) as raised:
        current.graph().store.select(QUERY)
    return raised.value.details["reason"]


def test_the_index_is_the_same_from_an_endpoint_from_disk_and_from_memory() -> None:
    with serving() as server:
        graph = open_graph(Settings(store=server.url))
    assert (graph.version, graph.location) == ("test", server.url)
    assert (graph.index == real.index()) is True  # without pytest telling a hundred thousand differences
    assert (graph.index == open_graph(Settings(home=real.home())).index) is True


def test_while_it_is_gone_the_index_goes_on_and_it_comes_back_by_itself() -> None:
    with serving() as server:
        current = current_of(server)
        index = current.graph().index
        server.kill()
        current.look()
        assert current.graph().index is index
        assert (why(current), current.trouble()) == ("refused", "The store cannot be reached.")
        server.start()
        current.look()
        assert (current.graph().index is index, current.trouble(), current.missing()) == (True, "", "")
        assert len(list(current.graph().store.select(QUERY).rows)) == 1


def test_at_start_it_may_be_gone() -> None:
    with serving() as server:
        server.kill()
        current = current_of(server)
        assert (current.found, current.missing(), current.location()) == (None, current.trouble(), server.url)
        for _ in range(2):
            with pytest.raises(StoreUnavailable):
                current.graph()
        server.start()
        current.look()
        assert (current.graph().version, current.missing()) == ("test", "")


def test_a_new_version_is_taken_whole_and_the_old_index_never_stands_beside_new_data(tmp_path: Path) -> None:
    store = another(tmp_path / "next", (b'versionInfo> "test"', b'versionInfo> "next"'))
    with serving() as server:
        current = current_of(server)
        old = current.graph()
        server.kill()
        server.folder = store
        server.start()
        current.look()
        assert (old.version, current.graph().version, current.graph().index.version) == ("test", "next", "next")


def test_while_a_new_version_is_read_the_store_of_the_old_one_says_so(tmp_path: Path) -> None:
    store = another(tmp_path / "next", (b'versionInfo> "test"', b'versionInfo> "next"'))
    with serving() as server, lying(passing_on(server.url)) as between:
        current = Current(Settings(store=between.url))
        seen: list[object] = []

        def spoil(_: bytes, answer: bytes) -> bytes:
            graph = current.graph()
            seen.append(graph.store.why.details["reason"] if isinstance(graph.store, Gone) else graph.version)
            return answer

        with serving(store) as new:
            between.lie = passing_on(new.url, spoil)
            current.look()
    assert current.graph().version == "next"
    assert (seen[0], set(seen[1:])) == ("test", {"changing"})


def test_a_version_that_comes_while_another_is_read_is_read_anew(tmp_path: Path) -> None:
    asked = 0

    def other(_: bytes, answer: bytes) -> bytes:
        nonlocal asked
        if b"versionInfo" in _ or b"versionInfo" in answer:
            asked += 1
        return answer.replace(b'"test"', b'"next"') if asked > 2 else answer

    with (
        serving() as server,
        lying(passing_on(server.url, other)) as between,
        pytest.raises(StoreUnavailable) as raised,
    ):
        open_graph(Settings(store=between.url))
    assert raised.value.details == {"reason": "changing"}


def drops_a_row(form: bytes, answer: bytes) -> bytes:
    """As Virtuoso was seen to do: one row less where something must be absent."""
    cut = b',{"n":{"type":"uri","value":"https://w3id.org/rettvei/probe#n1"}}'
    return answer.replace(cut, b"", 1) if b"NOT+EXISTS" in form and cut in answer else answer


def test_an_endpoint_that_drops_a_row_is_refused_by_the_query_it_fails() -> None:
    with serving() as server, lying(passing_on(server.url, drops_a_row)) as between:
        current = Current(Settings(store=between.url))
        assert current.found is None
        assert current.missing() == "probe not_exists: 132 rows, 132 of them right, 133 expected"


def test_an_endpoint_that_comes_back_wrong_is_refused_too() -> None:
    with serving() as server, lying(passing_on(server.url)) as between:
        current = Current(Settings(store=between.url))
        between.lie = right
        current.look()
        assert why(current) == "no-results"
        between.lie = passing_on(server.url, drops_a_row)
        current.look()
        assert why(current) == "wrong"
        between.lie = passing_on(server.url)
        current.look()
        assert current.trouble() == ""


def test_half_a_release_is_refused() -> None:
    lines = real.release().splitlines(keepends=True)
    half = b"".join(line for n, line in enumerate(lines) if n % 2 or released.GRAPH.encode() in line)
    with served(half) as server:
        current = current_of(server)
    assert current.found is None
    assert f"of the {len(lines) - 3} statements of version test" in current.missing()


def test_trouble_is_logged_once_by_its_reason(caplog: pytest.LogCaptureFixture) -> None:
    with serving() as server, caplog.at_level("INFO", "rettvei"):
        current = current_of(server)
        server.kill()
        for _ in range(3):
            current.look()
        server.start()
        current.look()
    told = [(r.getMessage(), getattr(r, "fields", {}).get("reason")) for r in caplog.records]
    assert told == [("new version", None), ("version cannot be opened", "refused"), ("store is back", None)]
