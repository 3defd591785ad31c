"""Which statements contradict each other, and by which axioms? A reasoner only says that some do.

QuickXplain (Junker 2004): leave out halves, keep what is needed for the contradiction. Here over ever smaller parts:
files, then subjects, then single statements; and last the terms and axioms of the vocabulary that they run into.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from rdflib import OWL, RDF, BNode, Graph
from rdflib.term import Node

from kg.build.reason import Triple

Part = Sequence[Triple]
Broken = Callable[[Sequence[Triple]], bool]
DECLARATIONS = frozenset(
    {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Restriction, OWL.Ontology}
)


@dataclass(frozen=True, slots=True)
class Clash:
    """A smallest set of statements that cannot all be true, and the axioms (each by its first triple) that say so."""

    statements: tuple[Triple, ...]
    axioms: tuple[Triple, ...]


def clash(vocabulary: Part, files: Sequence[Part], broken: Broken) -> Clash:
    """What contradicts in files that contradict beside the vocabulary; `broken` says whether triples do.

    No statements when the vocabulary contradicts itself.
    """
    of_files = smallest(vocabulary, files, broken)
    of_subjects = smallest(vocabulary, by_subject(_flat(of_files)), broken)
    statements = _flat(smallest(vocabulary, [[t] for t in sorted(_flat(of_subjects), key=_plainest_first)], broken))
    declared = [t for t in vocabulary if _declares(t)]
    blocks = sorted(_terms([t for t in vocabulary if not _declares(t)]), key=_distance(statements))
    terms = smallest([*statements, *declared], blocks, broken)
    axioms = smallest([*statements, *declared], _axioms(_flat(terms)), broken)
    return Clash(tuple(statements), tuple(part[0] for part in axioms))


def smallest(fixed: Part, parts: Sequence[Part], broken: Broken) -> list[Part]:
    """A smallest set of parts that contradicts with what is fixed; none if that contradicts alone.

    All parts together must contradict. Takes some 2 k log(n / k) calls of `broken` for k of n parts.
    """

    def narrow(kept: list[Part], rest: list[Part], grew: bool) -> list[Part]:
        if grew and broken([*fixed, *_flat(kept)]):
            return []
        if len(rest) == 1:
            return rest
        left, right = rest[: len(rest) // 2], rest[len(rest) // 2 :]
        of_right = narrow([*kept, *left], right, True)
        of_left = narrow([*kept, *of_right], left, bool(of_right))
        return of_left + of_right

    return narrow([], list(parts), True) if parts else []


def by_subject(triples: Iterable[Triple]) -> list[Part]:
    """Triples in parts, one a subject."""
    ordered = sorted(triples, key=lambda t: str(t[0]))
    return [list(part) for _, part in groupby(ordered, key=lambda t: t[0])]


def _plainest_first(triple: Triple) -> bool:
    """What comes first is preferred: that a thing is stated to be a unit, before that it does what units do."""
    return triple[1] != RDF.type


def _distance(statements: Part) -> Callable[[Part], int]:
    """How far a term is from the statements: one of theirs, one that names one of theirs, another.

    Likely culprits first, so that most of the vocabulary falls away in the first steps.
    """
    theirs = {term for triple in statements for term in triple}
    return lambda block: 0 if block[0][0] in theirs else 1 if theirs & {o for _, _, o in block} else 2


def _declares(triple: Triple) -> bool:
    return triple[1] == RDF.type and triple[2] in DECLARATIONS


def _flat(parts: Iterable[Part]) -> list[Triple]:
    return [triple for part in parts for triple in part]


def _terms(vocabulary: Part) -> list[Part]:
    """The vocabulary in parts, one a term with the blank nodes under it; an axiom that has no name is a part too."""
    graph = _graph(vocabulary)
    pointed_to = {o for o in graph.objects() if isinstance(o, BNode)}
    return [_from(head, graph) for head in sorted(set(graph.subjects()) - pointed_to, key=str)]


def _axioms(terms: Part) -> list[Part]:
    """Each statement on a term, with the blank nodes under it; those on a blank node stay together."""
    graph = _graph(terms)
    pointed_to = {o for o in graph.objects() if isinstance(o, BNode)}
    heads = sorted(set(graph.subjects()) - pointed_to, key=str)
    whole = [_from(h, graph) for h in heads if isinstance(h, BNode)]
    single = [t for h in heads if not isinstance(h, BNode) for t in graph.triples((h, None, None))]
    return [*whole, *([t, *(graph.cbd(t[2]) if isinstance(t[2], BNode) else ())] for t in single)]


def _from(head: Node, graph: Graph) -> Part:
    """All that hangs on a node, its own triples first."""
    return sorted(graph.cbd(head), key=lambda t: t[0] != head)


def _graph(triples: Part) -> Graph:
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    return graph
