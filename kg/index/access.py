"""What an authorisation client calls the kinds of the graph: its types of subject and of resource."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.index.rows import Ask, ident, text

Types = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Access:
    """The members of each type, on either side of a request (OpenID AuthZEN 1.0, sections 5.1 and 5.2)."""

    subjects: Types
    resources: Types


def read_access(ask: Ask) -> Access:
    """Types out of the graph, where classes of kinds declare them."""
    sides: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for kind, side, name in ask("access_types"):
        sides[text(side).rpartition("#")[2]][text(name)].add(ident(kind))
    return Access(_closed(sides["subjectType"]), _closed(sides["resourceType"]))


def _closed(found: Mapping[str, set[str]]) -> Types:
    return {name: frozenset(members) for name, members in sorted(found.items())}
