"""The SPARQL test suite of the W3C, read from its manifests (https://www.w3.org/2009/sparql/docs/tests/)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

BASE = "http://example.org/w3c/"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".rdf": ox.RdfFormat.RDF_XML, ".nt": ox.RdfFormat.N_TRIPLES}
FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)


@dataclass(frozen=True)
class Case:
    """One test: what is asked, of which files, and the file with what must come back."""

    name: str
    sort: str
    query: Path
    data: tuple[Path, ...]
    graphs: tuple[tuple[str, Path], ...]
    result: Path | None
    lax: bool

    @property
    def text(self) -> str:
        """The query, with the base that its relative addresses need."""
        return f"BASE <{BASE}{self.query.name}>\n{self.query.read_text('utf-8')}"


def cases(folder: Path) -> Iterator[Case]:
    """The tests of a folder in the order of its manifest."""
    store = ox.Store()
    store.load(path=str(folder / "manifest.ttl"), format=ox.RdfFormat.TURTLE, base_iri=BASE)
    for entries in _objects(store, None, f"{MF}entries"):
        for entry in _items(store, entries):
            yield _case(store, entry, folder)


def quads(case: Case) -> bytes:
    """What a store must hold for the test, as N-Quads. What FROM names is loaded under its address."""
    store = ox.Store()
    for path in case.data:
        _load(store, path, ox.DefaultGraph())
    for name, path in case.graphs:
        _load(store, path, ox.NamedNode(name))
    if not case.data and not case.graphs:
        for name in set(FROM.findall(case.query.read_text("utf-8"))):
            _load(store, case.query.parent / name, ox.NamedNode(BASE + name))
    return store.dump(format=ox.RdfFormat.N_QUADS)


def triples(path: Path) -> list[ox.Triple]:
    """The triples of a file in one of `FORMATS`."""
    return [q.triple for q in ox.parse(path=str(path), format=FORMATS[path.suffix], base_iri=BASE + path.name)]


def _load(store: ox.Store, path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> None:
    store.load(path=str(path), format=FORMATS[path.suffix], base_iri=BASE + path.name, to_graph=graph)


def _case(store: ox.Store, entry: ox.NamedNode, folder: Path) -> Case:
    [sort] = [_value(s).removeprefix(MF) for s in _objects(store, entry, f"{RDF}type")]
    [action] = _objects(store, entry, f"{MF}action")
    query = next(iter(_objects(store, action, f"{QT}query")), action)
    result = next(iter(_objects(store, entry, f"{MF}result")), None)
    return Case(
        name=_value(entry).rpartition("#")[2],
        sort=sort,
        query=_path(query, folder),
        data=tuple(_path(p, folder) for p in _objects(store, action, f"{QT}data")),
        graphs=tuple(_graph(store, g, folder) for g in _objects(store, action, f"{QT}graphData")),
        result=_path(result, folder) if isinstance(result, ox.NamedNode) else None,
        lax=bool(_objects(store, entry, f"{MF}resultCardinality")),
    )


def _graph(store: ox.Store, node: ox.NamedNode | ox.BlankNode, folder: Path) -> tuple[str, Path]:
    if isinstance(node, ox.NamedNode):
        return _value(node), _path(node, folder)
    [file], [label] = _objects(store, node, f"{QT}graph"), _objects(store, node, f"{RDFS}label")
    return _value(label), _path(file, folder)


def _path(node: ox.NamedNode, folder: Path) -> Path:
    return folder / _value(node).removeprefix(BASE)


def _value(node: ox.NamedNode | ox.Literal) -> str:
    return str(node.value)


def _objects(store: ox.Store, subject: ox.NamedNode | ox.BlankNode | None, predicate: str) -> list[ox.NamedNode]:
    return [quad.object for quad in store.quads_for_pattern(subject, ox.NamedNode(predicate), None)]


def _items(store: ox.Store, head: ox.NamedNode | ox.BlankNode) -> Iterator[ox.NamedNode]:
    while head != ox.NamedNode(f"{RDF}nil"):
        [item], [head] = _objects(store, head, f"{RDF}first"), _objects(store, head, f"{RDF}rest")
        yield item
