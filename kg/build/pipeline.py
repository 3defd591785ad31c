"""The steps of a build, in order. This half imports the RDF libraries; `kg.build.release` loads it only to build."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rdflib import Dataset, Graph, URIRef

from kg.build import explain, reason, told, usage
from kg.build.align import align
from kg.build.assemble import assemble
from kg.build.infer import infer
from kg.build.locate import Locator
from kg.core.errors import BuildError
from kg.core.settings import Settings
from kg.model.finding import Severity
from kg.sources import manifest, turtle
from kg.sources.manifest import Manifest
from kg.validation import closed_world
from kg.validation import run as shacl

NO_JAVA = "The reasoner was left out: there is no Java runtime here. Contradictions that shapes cannot see go unseen."


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
    steps: dict[str, float] = {}
    plan = manifest.load(settings.ontology)
    with timed(steps, "assemble"):
        built = Built(assemble(settings.ontology), steps=steps)
    locate = Locator(built.dataset, settings.ontology, plan.modules)
    with timed(steps, "shapes"):
        built.warnings += check_shapes(built.dataset, settings, plan, locate)
    with timed(steps, "reason"):
        built.reasoner = check_logic(built.dataset, settings, plan, locate)
    if built.reasoner is None:
        built.warnings.append(NO_JAVA)
    with timed(steps, "infer"):
        infer(built.dataset)
        align(built.dataset, plan, settings.ontology)
    return built


def check_shapes(dataset: Dataset, settings: Settings, plan: Manifest, locate: Locator) -> list[str]:
    """Run the meta shapes on the asserted triples, before anything is inferred.

    Gives the warnings; raises `BuildError` that names every violation with file and line.
    """
    data, shapes = Graph(), Graph()
    for triple in dataset.triples((None, None, None)):
        data.add(triple)
    for module in plan.shapes:
        shapes += turtle.read(settings.ontology / module.path)
    every = shacl.run(data, shapes + closed_world.shapes_of(data), locate)
    found = closed_world.without_echoes(every, data)
    problems = [told.finding(f) for f in found if f.severity is Severity.VIOLATION]
    if problems:
        raise BuildError("The ontology breaks its own rules.", problems)
    idle = usage.unused(dataset, plan, settings.ontology, settings.queries)
    return [*map(told.finding, found), *(told.idle(term, locate) for term in idle)]


def check_logic(dataset: Dataset, settings: Settings, plan: Manifest, locate: Locator) -> str | None:
    """Run the reasoner and give its name, or None where there is no Java runtime.

    Raises `BuildError` that names the statements that contradict each other, and why.
    """
    if not reason.available():
        if settings.require_reasoner:
            problem = "install a Java runtime, or unset RETTVEI_REQUIRE_REASONER"
            raise BuildError("The reasoner is required, and there is no Java runtime here.", [problem])
        return None
    graphs = {module.path: dataset.graph(URIRef(module.graph)) for module in plan.modules}
    vocabulary = [t for path, graph in graphs.items() if path.startswith("vocabulary/") for t in graph]
    files = [
        list(reason.sample(graph, dataset) if path.endswith(".csv") else graph)
        for path, graph in graphs.items()
        if not path.startswith("vocabulary/")
    ]
    if not reason.consistent([*vocabulary, *(t for file in files for t in file)]):
        found = explain.clash(vocabulary, files, lambda triples: not reason.consistent(triples))
        raise BuildError("These cannot all be true.", list(told.clash(found, dataset, locate)))
    return reason.NAME


@contextmanager
def timed(steps: dict[str, float], name: str) -> Iterator[None]:
    """Write down how long a step took."""
    start = time.perf_counter()
    yield
    steps[name] = round(time.perf_counter() - start, 2)
