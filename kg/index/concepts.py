"""The concepts of integration, as each study has them: their scheme, place in it, and what they come near elsewhere."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.core.iris import collection_of, local_id
from kg.index.rows import Ask, key, texts
from kg.index.statements import Statements

_SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept of one study's scheme. `near` are concepts of other schemes: close, never the same."""

    id: str
    scheme: str
    study: str
    rank: int | None
    broader: tuple[str, ...]
    near: tuple[str, ...]
    definition: Mapping[str, str]


def read_concepts(ask: Ask, said: Statements) -> dict[str, Concept]:
    """Every concept of a study's own scheme: the build also puts all of them in one scheme of their class."""
    sources = said.of("scheme", "source").items()
    studies = {s: local_id(v) for s, values in sources for v in values if collection_of(v) == "study"}
    broader, near = _several(ask, "broader"), _several(ask, "closeMatch")
    definitions: dict[str, dict[str, str]] = defaultdict(dict)
    for (collection, ident), text in texts(ask, _SKOS + "definition"):
        if collection == "concept":
            definitions[ident][text.language or "nb"] = text.value
    ranks = said.of("concept", "rank")
    return {
        concept: Concept(
            id=concept,
            scheme=scheme,
            study=studies[scheme],
            rank=int(ranks[concept][0]) if concept in ranks else None,
            broader=broader.get(concept, ()),
            near=near.get(concept, ()),
            definition=definitions.get(concept, {}),
        )
        for concept, scheme in sorted(_links(ask, "inScheme", "scheme"))
        if scheme in studies
    }


def _links(ask: Ask, name: str, to: str) -> list[tuple[str, str]]:
    """The concepts that a property of SKOS ties to resources of a collection, with these."""
    ends = ((key(s), key(o)) for s, o in ask("statements", property=_SKOS + name))
    return [(s, o) for (of_s, s), (to_o, o) in ends if of_s == "concept" and to_o == to]


def _several(ask: Ask, name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for concept, other in _links(ask, name, "concept"):
        found[concept].append(other)
        if name == "closeMatch":
            found[other].append(concept)
    return {concept: tuple(sorted(set(others))) for concept, others in found.items()}
