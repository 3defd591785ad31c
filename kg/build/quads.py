"""The graph as N-Quads: sorted, with blank nodes numbered by file, so that equal inputs give equal bytes."""

import gzip
import hashlib
import re
from pathlib import Path

from rdflib import BNode, Dataset, Graph
from rdflib.term import Node

LAST_NUMBER = re.compile(r"(\d*)$")


def write(dataset: Dataset, target: Path) -> dict[str, str]:
    """All quads, one a line, in order. Gives a digest of each named graph: another one when its statements change."""
    found: list[str] = []
    digests: dict[str, str] = {}
    for place, graph in enumerate(sorted(dataset.graphs(), key=lambda g: str(g.identifier))):
        name = graph.identifier.n3()
        triples = _renamed(graph, place).serialize(format="nt11", encoding="utf-8").decode()
        lines = [f"{line.removesuffix(' .')} {name} .\n" for line in sorted(triples.split("\n")) if line]
        found += lines
        if lines:
            digests[str(graph.identifier)] = _digest(lines, place)
    target.write_bytes("".join(sorted(found)).encode())
    return digests


def compress(source: Path, target: Path) -> None:
    """Gzip a file without its name and time, and take the plain one away."""
    target.write_bytes(gzip.compress(source.read_bytes(), compresslevel=6, mtime=0))
    source.unlink()


def _digest(lines: list[str], place: int) -> str:
    """Without the number of the graph, which moves when another one comes in before it."""
    return hashlib.sha256("".join(lines).replace(f"_:g{place}b", "_:b").encode()).hexdigest()[:16]


def _renamed(graph: Graph, place: int) -> Graph:
    """Parsers number blank nodes in the order of the text, after a prefix drawn at random: keep the order alone."""
    nodes = {term for triple in graph for term in triple if isinstance(term, BNode)}
    names: dict[Node, Node] = {
        node: BNode(f"g{place}b{number}") for number, node in enumerate(sorted(nodes, key=_text_order))
    }
    renamed = Graph()
    for s, p, o in graph:
        renamed.add((names.get(s, s), p, names.get(o, o)))
    return renamed


def _text_order(node: Node) -> tuple[int, str]:
    found = LAST_NUMBER.search(str(node))
    return (int(found[1]) if found and found[1] else 0, str(node))
