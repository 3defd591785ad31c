"""Each term earns its place: which terms of the vocabulary does nothing use?"""

import re
from collections.abc import Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, Dataset, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.core.iris import NS
from kg.sources.manifest import Manifest

DEFINED = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
BUILDING = (RDFS.subClassOf, RDFS.domain, RDFS.range, OWL.someValuesFrom, OWL.allValuesFrom)
LISTING = (OWL.unionOf, OWL.intersectionOf)
NAMED = re.compile(r"\brv:(\w+)|" + re.escape(NS) + r"(\w+)")


def unused(dataset: Dataset, plan: Manifest, ontology: Path, queries: Path) -> list[URIRef]:
    """Terms that no statement, shape, alignment or query names, and that no axiom on another term is built from.

    To be told apart from others (`owl:disjointWith`) is no use. A term that is retired is to be unused.
    """
    kinds = {t for kind in DEFINED for t in dataset.subjects(RDF.type, kind)}
    terms = {t for t in kinds if isinstance(t, URIRef) and t.startswith(NS)}
    terms -= set(dataset.subjects(OWL.deprecated))
    said = {term for s, p, o in dataset.triples((None, None, None)) for term in ((p, o) if p == RDF.type else (p,))}
    named = {URIRef(NS + name) for text in _texts(plan, ontology, queries) for name in _names(text)}
    return sorted(terms - said - set(_built_from(dataset)) - named)


def _built_from(dataset: Dataset) -> Iterator[Node]:
    for prop in BUILDING:
        yield from dataset.objects(None, prop)
    for prop in LISTING:
        for head in dataset.objects(None, prop):
            yield from Collection(dataset, head)


def _texts(plan: Manifest, ontology: Path, queries: Path) -> Iterator[str]:
    files = [*(module.path for module in (*plan.shapes, *plan.alignments)), *plan.constructs]
    for path in (*(ontology / file for file in files), *sorted(queries.rglob("*.rq"))):
        yield path.read_text("utf-8")


def _names(text: str) -> set[str]:
    return {short or long for short, long in NAMED.findall(text)}
