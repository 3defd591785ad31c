"""What studies found: each finding with its study, who said it, what it is about, and what contradicts it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from kg.core.iris import NS, collection_of, local_id
from kg.index.rows import Ask, ident, text, texts
from kg.index.statements import Statements, first

About = tuple[tuple[str, str], ...]
SORTS = ("barrier", "enabler", "statistic", "evaluation-result")
_SORTS = MappingProxyType(dict(zip(("Barrier", "Enabler", "Statistic", "EvaluationResult"), SORTS, strict=True)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding. `sorts` are barrier, enabler, statistic, evaluation-result; none for a plain one."""

    id: str
    study: str
    sorts: tuple[str, ...]
    confidence: str
    seen: tuple[str, ...]
    about: About
    said_by: Mapping[str, str]
    contradicts: tuple[str, ...]


def read_findings(ask: Ask, said: Statements) -> dict[str, Finding]:
    """Every finding by its id, in the order of the ids."""
    sorts: dict[str, list[str]] = defaultdict(list)
    for finding, sort in ask("finding_sorts"):
        sorts[ident(finding)].append(_SORTS[text(sort).rpartition("#")[2]])
    told: dict[str, dict[str, str]] = defaultdict(dict)
    for (_, found), who in texts(ask, NS + "saidBy"):
        told[found][who.language or "nb"] = who.value
    studies, sure, seen = (said.of("finding", name) for name in ("inStudy", "confidence", "observedIn"))
    about, against = said.of("finding", "about"), _both_ways(said)
    return {
        found: Finding(
            id=found,
            study=study,
            sorts=tuple(sorted(sorts.get(found, ()))),
            confidence=first(sure, found),
            seen=seen.get(found, ()),
            about=tuple((collection_of(a), local_id(a)) for a in about.get(found, ())),
            said_by=told.get(found, {}),
            contradicts=tuple(sorted(against.get(found, ()))),
        )
        for found, (study, *_) in sorted(studies.items())
    }


def _both_ways(said: Statements) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, others in said.of("finding", "contradicts").items():
        for other in others:
            found[one].add(other)
            found[other].add(one)
    return found
