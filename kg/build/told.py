"""What is wrong with the ontology, one line each: where it stands, what it is, and what to do."""

from collections.abc import Iterator

from rdflib import Dataset, Literal, URIRef

from kg.build import axioms
from kg.build.explain import Clash
from kg.core.iris import ID, local_id
from kg.model.finding import Finding, Location
from kg.validation.run import Locate


def finding(found: Finding) -> str:
    """A finding of the shapes."""
    value = f" ({short(found.value)})" if found.value else ""
    return f"{_place(found.location)}{short(found.focus)}{value}: {found.message('en')}"


def clash(found: Clash, dataset: Dataset, locate: Locate) -> Iterator[str]:
    """Statements that cannot all be true, and the rules of the vocabulary that they break together."""
    for subject, predicate, value in found.statements:
        words = f"{short(subject)} {axioms.name(dataset, predicate)} {short(value)}"
        yield f"{_place(locate(subject, predicate, value))}{words}"
    for axiom in found.axioms:
        named = axiom[2] if isinstance(axiom[2], URIRef) else None
        yield f"{_place(locate(axiom[0], axiom[1], named))}{axioms.say(axiom, dataset)}"


def idle(term: URIRef, locate: Locate) -> str:
    """A term of the vocabulary that nothing uses."""
    return f"{_place(locate(term, None, None))}{short(term)}: nothing uses this term: use it or take it out."


def short(term: object) -> str:
    """A term as people know it: collection and id, or the name in the vocabulary."""
    text = str(term)
    return (
        text.removeprefix(ID) if text.startswith(ID) or isinstance(term, Literal) else local_id(text).rpartition("#")[2]
    )


def _place(location: Location | None) -> str:
    return f"{location}: " if location else ""
