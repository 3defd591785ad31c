"""What a version of the graph holds otherwise than the one before it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphChange:
    """A named graph (an IRI) whose statements differ, and how many triples it had and has; 0 where it is not there."""

    graph: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From one version to the next; without graphs where only the software differs."""

    since: str
    version: str
    built_at: str
    graphs: tuple[GraphChange, ...]
