"""The SPARQL test suite of the W3C, read from its manifests (https://www.w3.org/2009/sparql/docs/tests/)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

SUITE = Path(__file__).parents[3] / "shared" / "w3c" / "sparql"
ABSENT = "the W3C test suite is not here: ../shared/w3c/sparql"

HOST = "http://w3c.example"
BASE = f"{HOST}/"
"""Where relative addresses in queries, data and results are taken to stand."""

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}
FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)

GOOD, BAD = ("PositiveSyntaxTest", "PositiveSyntaxTest11"), ("NegativeSyntaxTest", "NegativeSyntaxTest11")
CSV, EVALUATION = "CSVResultFormatTest", "QueryEvaluationTest"
QUERIES = (EVALUATION, CSV, *GOOD, *BAD)
"""The sorts of test that are a query; the rest are updates, or said in prose or in requests."""

Node = ox.NamedNode | ox.BlankNode
Data = tuple[tuple[str, Path], ...]
"""Files, each with the graph that it is loaded into: the default one has no name."""


@dataclass(frozen=True)
class Case:
    """One test: what is asked, of which files, and the file with what must come back."""

    folder: str
    name: str
    sort: str
    query: Path
    data: tuple[Path, ...]
    graphs: tuple[tuple[str, Path], ...]
    result: Path | None
    lax: bool

    @property
    def id(self) -> str:
        """The name that no other test of the suite has."""
        return f"{self.folder}#{self.name}"

    @property
    def text(self) -> str:
        """The query."""
        return self.query.read_bytes().decode("utf-8")


def folders() -> list[str]:
    """The folders of the suite that hold a manifest."""
    return sorted(path.parent.relative_to(SUITE).as_posix() for path in SUITE.glob("*/*/manifest.ttl"))


def cases(folder: str) -> Iterator[Case]:
    """The tests of a folder that are queries, in the order of its manifest."""
    store = manifest(folder)
    for entry in entries(store):
        if sort(store, entry) in QUERIES:
            yield _case(store, entry, folder)


def manifest(folder: str) -> ox.Store:
    """What the manifest of a folder says."""
    store = ox.Store()
    store.load(path=str(SUITE / folder / "manifest.ttl"), format=ox.RdfFormat.TURTLE, base_iri=BASE)
    return store


def entries(store: ox.Store) -> Iterator[ox.NamedNode]:
    """The tests of a manifest."""
    for head in objects(store, None, f"{MF}entries"):
        yield from items(store, head)


def sort(store: ox.Store, entry: ox.NamedNode) -> str:
    """What sort of test it is."""
    [found] = objects(store, entry, f"{RDF}type")
    return value(found).removeprefix(MF)


def data(case: Case) -> Data:
    """What a store must hold for the test. What FROM names is there under its address."""
    found = [*(("", path) for path in case.data), *case.graphs]
    if case.sort == EVALUATION and not found:
        found = [(BASE + name, case.query.parent / name) for name in sorted({*FROM.findall(case.text)})]
    return tuple(found)


def quads(held: Data) -> bytes:
    """The same as N-Quads."""
    store = ox.Store()
    for graph, path in held:
        _load(store, path, ox.NamedNode(graph) if graph else ox.DefaultGraph())
    return store.dump(format=ox.RdfFormat.N_QUADS)


def triples(path: Path) -> list[ox.Triple]:
    """The triples of a file in one of `FORMATS`."""
    return [q.triple for q in ox.parse(path=str(path), format=FORMATS[path.suffix], base_iri=BASE + path.name)]


def objects(store: ox.Store, subject: Node | None, predicate: str) -> list[ox.NamedNode]:
    """What a manifest says of a node."""
    return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(predicate), None)]


def items(store: ox.Store, head: Node) -> Iterator[ox.NamedNode]:
    """The members of a list."""
    while head != ox.NamedNode(f"{RDF}nil"):
        [item], [head] = objects(store, head, f"{RDF}first"), objects(store, head, f"{RDF}rest")
        yield item


def value(node: ox.NamedNode | ox.Literal) -> str:
    """An address, or a text."""
    return str(node.value)


def _load(store: ox.Store, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    store.load(path=str(path), format=FORMATS[path.suffix], base_iri=BASE + path.name, to_graph=graph)


def _case(store: ox.Store, entry: ox.NamedNode, folder: str) -> Case:
    [action] = objects(store, entry, f"{MF}action")
    query = next(iter(objects(store, action, f"{QT}query")), action)
    result = next(iter(objects(store, entry, f"{MF}result")), None)
    return Case(
        folder=folder,
        name=value(entry).rpartition("#")[2],
        sort=sort(store, entry),
        query=_path(query, folder),
        data=tuple(_path(p, folder) for p in objects(store, action, f"{QT}data")),
        graphs=tuple(_graph(store, g, folder) for g in objects(store, action, f"{QT}graphData")),
        result=_path(result, folder) if isinstance(result, ox.NamedNode) else None,
        lax=bool(objects(store, entry, f"{MF}resultCardinality")),
    )


def _graph(store: ox.Store, node: Node, folder: str) -> tuple[str, Path]:
    if isinstance(node, ox.NamedNode):
        return value(node), _path(node, folder)
    [file], [label] = objects(store, node, f"{QT}graph"), objects(store, node, f"{RDFS}label")
    return value(label), _path(file, folder)


def _path(node: ox.NamedNode, folder: str) -> Path:
    return SUITE / folder / value(node).removeprefix(BASE)
