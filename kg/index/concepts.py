"""The concepts of integration, as each study has them: their scheme, place in it, and what they come near elsewhere."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.index.rows import Ask, key
from kg.index.statements import Statements
from kg.store.port import Literal

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_DCT = "http://purl.org/dc/terms/"


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
    studies = dict(_links(ask, _DCT + "source", "scheme", "study"))
    broader, near = _several(ask, "broader"), _several(ask, "closeMatch")
    definitions: dict[str, dict[str, str]] = defaultdict(dict)
    for term, text in ask("statements", property=_SKOS + "definition"):
        collection, ident = key(term)
        if collection == "concept" and isinstance(text, Literal):
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
        for concept, scheme in sorted(_links(ask, _SKOS + "inScheme", "concept", "scheme"))
        if scheme in studies
    }


def _links(ask: Ask, prop: str, of: str, to: str) -> list[tuple[str, str]]:
    ends = ((key(s), key(o)) for s, o in ask("statements", property=prop))
    return [(s, o) for (of_s, s), (to_o, o) in ends if of_s == of and to_o == to]


def _several(ask: Ask, name: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for concept, other in _links(ask, _SKOS + name, "concept", "concept"):
        found[concept].append(other)
        if name == "closeMatch":
            found[other].append(concept)
    return {concept: tuple(sorted(set(others))) for concept, others in found.items()}
