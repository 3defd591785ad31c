"""The good and bad example of each shape: `meta/<shape>/good.ttl` and `bad.ttl`, beside one small world."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rdflib import RDF, RDFS, SH, Graph, Namespace, URIRef
from rdflib.term import Node

from kg.core.iris import ID, NS
from kg.core.paths import text_root
from kg.model.finding import Finding
from kg.validation import closed_world
from kg.validation.run import run

HERE = Path(__file__).parent
ONTOLOGY = text_root() / "ontology"
SHAPE = Namespace(ID + "shape/")
HEAD = "# finds: "
BLANK = re.compile(r"^n[0-9a-f]{32}b[0-9]+$")


@dataclass(frozen=True)
class Sample:
    """One file, and what its head says will be found: focus, path and value, as people write them."""

    shape: str
    path: Path

    def expected(self) -> set[tuple[str, str, str]]:
        heads = [line.removeprefix(HEAD) for line in self.path.read_text("utf-8").splitlines() if line.startswith(HEAD)]
        return {(focus, path, value) for head in heads for focus, path, value in [head.split(" | ")]}


def samples(kind: str) -> list[Sample]:
    return [Sample(path.parent.name, path) for path in sorted((HERE / "meta").glob(f"*/{kind}.ttl"))]


@cache
def shapes() -> Graph:
    """The shapes written by hand."""
    graph = Graph()
    for path in sorted((ONTOLOGY / "shapes" / "meta").glob("*.ttl")):
        graph.parse(path)
    return graph


@cache
def world() -> Graph:
    graph = Graph()
    for path in sorted((ONTOLOGY / "vocabulary").glob("*.ttl")):
        graph.parse(path)
    return graph.parse(HERE / "world.ttl")


@cache
def found(kind: str) -> dict[str, list[Finding]]:
    """What the shapes find in the samples of a kind, by shape of the sample; under "" what lies in no sample.

    All samples at once, beside the world: they share no node that the world does not have.
    """
    graphs = {sample.shape: Graph().parse(sample.path) for sample in samples(kind)}
    data = _beside(world(), *graphs.values())
    owners = {str(node): shape for shape, graph in graphs.items() for node in graph.all_nodes() - world().all_nodes()}
    by_shape: dict[str, list[Finding]] = {shape: [] for shape in ("", *graphs)}
    for finding in run(data, _beside(shapes(), closed_world.shapes_of(world()))):
        by_shape[owners.get(finding.focus, "")].append(finding)
    return by_shape


def focus_nodes(shape: str, path: Path) -> set[Node]:
    """The nodes of a file that a shape, or the node shape that it belongs to, looks at."""
    data = Graph().parse(path)
    whole = _beside(world(), data)
    found: set[Node] = set()
    for target in (SHAPE[shape], *shapes().subjects(SH.property, SHAPE[shape])):
        for class_ in shapes().objects(target, SH.targetClass):
            narrow = whole.transitive_subjects(RDFS.subClassOf, class_)
            found |= {node for c in narrow for node in whole.subjects(RDF.type, c)}
        for prop in shapes().objects(target, SH.targetSubjectsOf):
            found |= set(whole.subjects(prop))
        for prop in shapes().objects(target, SH.targetObjectsOf):
            found |= set(whole.objects(None, prop))
    about_the_whole = URIRef(NS.rstrip("#")) in found
    return found & set(data.all_nodes()) or ({*data.subjects()} if about_the_whole else set())


def shown(finding: Finding) -> tuple[str, str, str]:
    """Focus, path and value of a finding as the heads of samples write them."""
    return (_short(finding.focus), _short(finding.path), _short(finding.value))


def _short(term: str | None) -> str:
    if term is None:
        return "-"
    if term.startswith((ID, NS)):
        return term.removeprefix(ID).replace(NS, "rv:")
    known = {"http://www.w3.org/2004/02/skos/core#": "skos:", "http://www.w3.org/ns/org#": "org:"}
    for space, prefix in known.items():
        if term.startswith(space):
            return prefix + term.removeprefix(space)
    return BLANK.sub("_", term)


def _beside(*graphs: Graph) -> Graph:
    whole = Graph()
    for graph in graphs:
        for triple in graph:
            whole.add(triple)
    return whole
