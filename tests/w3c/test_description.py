"""What the endpoint says that it is: the tests of the SPARQL 1.1 Service Description, over data of the suite."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from tests.w3c import formats
from tests.w3c.endpoint import Endpoint
from tests.w3c.suite import HOST, SUITE

SD = "http://www.w3.org/ns/sparql-service-description#"
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
ENDPOINT = ox.NamedNode(f"{HOST}/sparql")
DATA = tuple(
    (f"http://kasei.us/2009/09/sparql/data/data{n}.rdf", SUITE / f"sparql11/protocol/data{n}.nt") for n in (1, 2)
)
RANGES = {
    "endpoint": (ENDPOINT,),
    "supportedLanguage": tuple(ox.NamedNode(f"{SD}{name}") for name in ("SPARQL10Query", "SPARQL11Query")),
    "feature": tuple(ox.NamedNode(f"{SD}{name}") for name in ("UnionDefaultGraph", "EmptyGraphs", "RequiresDataset")),
}
"""Properties of the vocabulary that have values of their own."""
NODES = {
    "defaultDataset": "Dataset",
    "availableGraphs": "GraphCollection",
    "defaultGraph": "Graph",
    "namedGraph": "NamedGraph",
    "graph": "Graph",
}
"""Properties whose values are described, and as what."""
OTHERS = {"resultFormat", "inputFormat", "name"}


@pytest.fixture(params=formats.GRAPHS)
def said(request: pytest.FixtureRequest, endpoint: Endpoint) -> ox.Store:
    endpoint.hold(DATA)
    reply = endpoint.request("GET", "/sparql", {"Accept": request.param})
    assert (reply.status, reply.media) == (200, request.param)
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in formats.GRAPHS[request.param](reply.body))
    return store


def values(store: ox.Store, subject: ox.NamedNode, name: str) -> list[ox.NamedNode]:
    return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(f"{SD}{name}"), None)]


def used(store: ox.Store) -> Iterator[tuple[str, ox.NamedNode]]:
    """Each property of the vocabulary, with a value that it has."""
    for quad in store:
        if quad.predicate.value.startswith(SD):
            yield quad.predicate.value.removeprefix(SD), quad.object


def test_returns_rdf_that_has_one_service_with_its_endpoint(said: ox.Store) -> None:
    [service] = [q.subject for q in said.quads_for_pattern(None, TYPE, ox.NamedNode(f"{SD}Service"))]
    assert values(said, service, "endpoint") == [ENDPOINT]
    assert values(said, service, "supportedLanguage") == [ox.NamedNode(f"{SD}SPARQL11Query")]


def test_conforms_to_the_vocabulary(said: ox.Store) -> None:
    for name, found in used(said):
        assert name in {*RANGES, *NODES, *OTHERS}
        assert name not in RANGES or found in RANGES[name]
        assert name not in NODES or ox.Quad(found, TYPE, ox.NamedNode(f"{SD}{NODES[name]}")) in said


def test_names_the_graphs_that_there_are(said: ox.Store) -> None:
    assert {found.value for name, found in used(said) if name == "name"} == {name for name, _ in DATA}
