"""Does the ontology contradict itself? HermiT through owlready2, on everything but the alignments.

HermiT because it is complete for OWL 2 DL and comes with owlready2; the Pellet that comes with it does not run on
Java 17. owlready2 reads no Turtle, so the graph goes to it as N-Triples, with named individuals declared and the
members of the short lists stated to be different (else two values of a functional property would be the same thing).
Registers add over a thousand individuals and no axiom: of each table, one row of every shape stands for the rest.
"""

import contextlib
import io
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import owlready2
from rdflib import OWL, RDF, BNode, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.core.iris import ID, NS

NAME = "HermiT (owlready2)"
SHORT_LISTS = ("Action", "PersonalAction", "OrganisationalAction", "ServiceKind", "Assurance", "Moment", "Stage")
AUTHORITIES = ("RuleAuthority", "ReportedAuthority")
Triple = tuple[Node, Node, Node]


def available() -> bool:
    """Whether there is a Java runtime to run the reasoner."""
    return shutil.which("java") is not None


def consistent(triples: Iterable[Triple]) -> bool:
    """Whether a model exists and no class of the vocabulary is necessarily empty."""
    graph = Graph()
    for triple in triples:
        graph.add(triple)
    _declare(graph)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.nt"
        graph.serialize(path, format="nt", encoding="utf-8")
        world = owlready2.World()
        ontology = world.get_ontology(path.as_uri()).load()
        try:
            with ontology, contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        return not [c for c in world.inconsistent_classes() if c is not owlready2.Nothing]


def sample(table: Graph) -> Iterator[Triple]:
    """One row of every shape: subjects alike in their properties and classes are told by the first of them."""
    shapes: dict[frozenset[tuple[Node, Node | None]], Node] = {}
    for subject in sorted(set(table.subjects()), key=str):
        about = frozenset((p, o if p == RDF.type else None) for p, o in table.predicate_objects(subject))
        shapes.setdefault(about, subject)
    for subject in shapes.values():
        yield from table.triples((subject, None, None))


def _declare(graph: Graph) -> None:
    individuals = {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(ID)}
    for individual in individuals:
        graph.add((individual, RDF.type, OWL.NamedIndividual))
    for names in (SHORT_LISTS, AUTHORITIES):
        members: list[Node] = sorted({s for n in names for s in graph.subjects(RDF.type, URIRef(NS + n))}, key=str)
        if len(members) > 1:
            node, head = BNode(), BNode()
            Collection(graph, head, members)
            graph.add((node, RDF.type, OWL.AllDifferent))
            graph.add((node, OWL.distinctMembers, head))
