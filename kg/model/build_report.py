"""What a build did."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """A version, what is in it, and how it came about.

    `graphs`: triples by the IRI of the named graph; `digests`: a hash of its statements. `steps`: seconds by step, in
    order. `reasoner`: its name, or None where it was left out. `reused`: the version was there already.
    """

    kg_version: str
    software_version: str
    built_at: str
    reasoner: str | None
    graphs: Mapping[str, int]
    digests: Mapping[str, str]
    steps: Mapping[str, float]
    warnings: tuple[str, ...] = ()
    reused: bool = False

    @property
    def triples(self) -> int:
        """All triples of all graphs."""
        return sum(self.graphs.values())
