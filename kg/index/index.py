"""The index: one version of the graph, compiled."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.core.kept import Kept
from kg.index.access import Access
from kg.index.capacities import Capacity
from kg.index.concepts import Concept
from kg.index.evidence import Finding
from kg.index.kinds import Kinds
from kg.index.labels import Labels
from kg.index.listings import Listings
from kg.index.names import Names
from kg.index.pathway import Pathway
from kg.index.places import Places
from kg.index.shelf import Shelf
from kg.index.sources import Sources
from kg.model.norm import Norm

MOST = 1 << 14
"""Pairs of actors, by place, for which norms lie ready: some times what our graph has, whatever a larger one has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All that decisions and their wording read, of one version of the graph. Immutable: a new version is a new one.

    `staff`: unit → the roles that work or sign for it. `prepared`: norms put ready, when first asked about, for a
    referrer and a receiver; no question's day, group or answer is in it.
    """

    version: str
    kinds: Kinds
    access: Access
    capacities: Mapping[str, tuple[Capacity, ...]]
    staff: Mapping[str, tuple[str, ...]]
    places: Places
    shelf: Shelf
    labels: Labels
    names: Names
    sources: Sources
    listings: Listings
    pathway: Pathway
    findings: Mapping[str, Finding]
    concepts: Mapping[str, Concept]
    prepared: Kept = field(default_factory=lambda: Kept(MOST), init=False, compare=False, repr=False)

    def norm(self, key: str) -> Norm:
        """The norm of that id. Raises KeyError."""
        return self.shelf.by_id[key]

    def employers(self, role: str) -> tuple[str, ...]:
        """The narrowest units that a role works or signs for; none for a unit or service."""
        return tuple(c.acting_as for c in self.capacities.get(role, ()) if c.acting_as != role)
