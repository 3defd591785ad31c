"""The steps of a build, in order. This half imports the RDF libraries; `kg.build.release` loads it only to build."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rdflib import Dataset

from kg.build.assemble import assemble
from kg.core.settings import Settings


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
    """Assemble, check, infer. Raises `BuildError` when the ontology is not fit to be used."""
    steps: dict[str, float] = {}
    with timed(steps, "assemble"):
        dataset = assemble(settings.ontology)
    return Built(dataset, steps=steps)


@contextmanager
def timed(steps: dict[str, float], name: str) -> Iterator[None]:
    """Write down how long a step took."""
    start = time.perf_counter()
    yield
    steps[name] = round(time.perf_counter() - start, 2)
