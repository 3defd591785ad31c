"""pySHACL over a graph (https://github.com/RDFLib/pySHACL): on asserted triples, with no inference.

A range axiom would type every misspelt value and all would pass; so the vocabulary is part of the data, and only
`rdfs:subClassOf` is followed, as SHACL itself says. SPARQL constraints cost 8 ms a focus node, so those of ours
target the ontology once and select the culprit as `?value`.
"""

from collections.abc import Callable
from types import MappingProxyType
from typing import cast

import pyshacl
from rdflib import OWL, RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from kg.core.errors import BuildError
from kg.model.finding import Finding, Location, Severity

Locate = Callable[[Node, Node | None, Node | None], Location | None]
SEVERITIES = MappingProxyType({SH.Violation: Severity.VIOLATION, SH.Warning: Severity.WARNING, SH.Info: Severity.INFO})


def nowhere(focus: Node, path: Node | None, value: Node | None) -> None:
    """The location of what stands in no file."""


def run(data: Graph, shapes: Graph, locate: Locate = nowhere) -> list[Finding]:
    """All findings, the gravest first, then by shape, focus and value.

    `locate` tells where the node, or its statement with that path and value, stands.
    """
    _, results, text = pyshacl.validate(data, shacl_graph=shapes, inference="none")
    if not isinstance(results, Graph):
        raise BuildError("The shapes cannot be run.", [str(text)])
    found = {
        _finding(data, shapes, results, result, locate) for result in results.subjects(RDF.type, SH.ValidationResult)
    }
    return sorted(found, key=_order)


def _finding(data: Graph, shapes: Graph, results: Graph, result: Node, locate: Locate) -> Finding:
    focus, path, value = (results.value(result, p) for p in (SH.focusNode, SH.resultPath, SH.value))
    shape = results.value(result, SH.sourceShape)
    assert focus is not None
    assert shape is not None
    if (focus, RDF.type, OWL.Ontology) in data and value is not None:
        focus, value = value, None
    severity = results.value(result, SH.resultSeverity)
    return Finding(
        shape=str(shape),
        severity=SEVERITIES[cast("URIRef", severity)],
        focus=str(focus),
        path=str(path) if isinstance(path, URIRef) else None,
        value=None if value is None or value == focus else str(value),
        messages=_messages(shapes, shape),
        location=locate(focus, path, value),
    )


def _messages(shapes: Graph, shape: Node) -> tuple[tuple[str, str], ...]:
    """From the shape, not from the result: pySHACL drops the language on SPARQL constraints."""
    texts = [m for m in shapes.objects(shape, SH.message) if isinstance(m, Literal)]
    return tuple(sorted((m.language or "", str(m)) for m in texts))


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return (list(Severity).index(finding.severity), finding.shape, finding.focus, finding.value or "")
