"""The steps of a build, in order. This half imports the RDF libraries; `kg.build.release` loads it only to build."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rdflib import Dataset, Graph, URIRef
from rdflib.query import Result

from kg.build import reason
from kg.build.assemble import assemble
from kg.build.explain import culprits
from kg.build.infer import infer
from kg.build.locate import Locator
from kg.core.errors import BuildError
from kg.core.iris import GRAPH
from kg.core.settings import Settings
from kg.model.finding import Finding, Severity
from kg.sources import manifest, turtle
from kg.sources.manifest import Manifest, Module
from kg.validation import closed_world
from kg.validation import run as shacl


@dataclass
class Built:
    """The graph as built, and what the report says of it."""

    dataset: Dataset
    reasoner: str | None = None
    warnings: list[str] = field(default_factory=list)
    steps: dict[str, float] = field(default_factory=dict)

    def counts(self) -> dict[str, int]:
        """Triples by named graph, in the order of the names; graphs without triples are left out."""
        sizes = {str(g.identifier): len(g) for g in self.dataset.graphs()}
        return {name: size for name, size in sorted(sizes.items()) if size}


def run(settings: Settings) -> Built:
    """Assemble, check, infer, align. Raises `BuildError` when the ontology is not fit to be used."""
    built = Built(Dataset(default_union=True))
    plan = manifest.load(settings.ontology)
    with timed(built.steps, "assemble"):
        built.dataset = assemble(settings.ontology)
    locate = Locator(built.dataset, settings.ontology, tuple(plan.modules))
    with timed(built.steps, "shapes"):
        built.warnings += check_shapes(built.dataset, settings, plan, locate)
    with timed(built.steps, "reason"):
        built.reasoner = check_logic(built.dataset, settings, plan, locate)
    with timed(built.steps, "infer"):
        infer(built.dataset)
        align(built.dataset, settings, plan)
    return built


def check_shapes(dataset: Dataset, settings: Settings, plan: Manifest, locate: Locator) -> list[str]:
    """Run the meta shapes. Gives warnings; raises `BuildError` naming every violation with file and line."""
    data, shapes = Graph(), Graph()
    for triple in dataset.triples((None, None, None)):
        data.add(triple)
    for module in plan.shapes:
        shapes += turtle.read(settings.ontology / module.path)
    shapes += closed_world.shapes_of(data)
    found = shacl.run(data, shapes, locate)
    problems = [_told(f) for f in found if f.severity is Severity.VIOLATION]
    if problems:
        raise BuildError("The ontology breaks its own rules.", problems)
    return [_told(f) for f in found]


def check_logic(dataset: Dataset, settings: Settings, plan: Manifest, locate: Locator) -> str | None:
    """Run the reasoner, if there is a Java runtime. Raises `BuildError` naming the statements that contradict."""
    if not reason.available():
        if settings.require_reasoner:
            raise BuildError("The reasoner is required and there is no Java runtime.", ["install a Java runtime"])
        return None
    graphs = {m: dataset.graph(URIRef(m.graph)) for m in plan.modules}
    terms = [t for m, g in graphs.items() if m.path.startswith("vocabulary/") for t in g]
    said = [t for m, g in graphs.items() if not m.path.startswith("vocabulary/") for t in _telling(m, g)]
    if not reason.consistent([*terms, *said]):
        clash = culprits(terms, said, lambda triples: not reason.consistent(triples))
        problems = [f"{locate(s, p, o) or 'vocabulary'}: {_short(s)} {_short(p)} {_short(o)}" for s, p, o in clash]
        raise BuildError("These statements contradict each other.", problems or ["the vocabulary contradicts itself"])
    return reason.NAME


def align(dataset: Dataset, settings: Settings, plan: Manifest) -> None:
    """The axioms of each outside vocabulary and what its CONSTRUCT makes, in a graph of their own."""
    for module in plan.alignments:
        target = dataset.graph(URIRef(f"{GRAPH}{module.path.removesuffix('.ttl')}"))
        path = settings.ontology / module.path
        made: Result = dataset.query(path.with_suffix(".rq").read_text("utf-8"))
        for triple in [*turtle.read(path), *made]:
            target.add(triple)


def _telling(module: Module, graph: Graph) -> Iterator[reason.Triple]:
    yield from reason.sample(graph) if module.path.endswith(".csv") else graph


def _told(finding: Finding) -> str:
    where = f"{finding.location}: " if finding.location else ""
    value = f" ({_short(finding.value)})" if finding.value else ""
    return f"{where}{_short(finding.focus)}{value}: {finding.message('en')}"


def _short(term: object) -> str:
    """A term as people know it: the last two steps of its IRI."""
    return str(term).removeprefix("https://w3id.org/rettvei/id/").rpartition("#")[2]


@contextmanager
def timed(steps: dict[str, float], name: str) -> Iterator[None]:
    """Write down how long a step took."""
    start = time.perf_counter()
    yield
    steps[name] = round(time.perf_counter() - start, 2)
