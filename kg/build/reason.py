"""Does the ontology contradict itself? HermiT through owlready2, on everything but the alignments.

HermiT because it is complete for OWL 2 DL and comes with owlready2; the Pellet that comes with it does not run on
Java 17. owlready2 reads no Turtle, so the graph goes to it as N-Triples, with individuals declared and the members
of the short lists stated to be different (else two values of a functional property would be the same thing; over all
kinds that costs ten seconds and finds nothing that the shapes miss).

Two things are left out, and checked by the shapes instead. Texts, numbers and dates: xsd:date is no OWL 2 datatype, and
literals double the time. Most rows of registers: a thousand places and units take five times as long as all the rest
without one more axiom, so of each table one row of every sort goes in; `sample` says why no contradiction is missed.
"""

import contextlib
import io
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import owlready2
from rdflib import OWL, RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.core.errors import BuildError
from kg.core.iris import ID, NS

NAME = "HermiT (owlready2)"
SHORT_LISTS = (
    ("Action", "PersonalAction", "OrganisationalAction"),
    ("ServiceKind",),
    ("RuleAuthority", "ReportedAuthority"),
    ("Assurance",),
    ("Moment",),
    ("Stage",),
)
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
Triple = tuple[Node, Node, Node]


def available() -> bool:
    """Whether there is a Java runtime to run the reasoner."""
    return shutil.which("java") is not None


def consistent(triples: Iterable[Triple]) -> bool:
    """Whether a model exists and no class of the vocabulary is necessarily empty.

    Raises `BuildError` when HermiT stops: for axioms outside OWL 2 DL (a transitive property that is counted), say.
    """
    graph = Graph()
    for triple in triples:
        if not isinstance(triple[2], Literal) or triple[2].datatype == XSD.boolean:
            graph.add(triple)
    _declare(graph)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ontology.nt"
        graph.serialize(path, format="nt", encoding="utf-8")
        world = owlready2.World()
        try:
            return _run(world, path)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        except owlready2.OwlReadyJavaError as error:
            raise BuildError("The reasoner stopped with an error.", [_gist(str(error))]) from error
        finally:
            world.close()


def _run(world: owlready2.World, path: Path) -> bool:
    ontology = world.get_ontology(path.as_uri()).load()
    quiet = io.StringIO()
    with ontology, _short_lived_java(), contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    return not [c for c in world.inconsistent_classes() if c is not owlready2.Nothing]


@contextlib.contextmanager
def _short_lived_java() -> Iterator[None]:
    """Java for a second's work: no optimising compiler, one collector thread. Two to four times as fast on two cores.

    owlready2 takes no options for Java, so they go by the environment.
    """
    before = os.environ.get("JAVA_TOOL_OPTIONS")
    os.environ["JAVA_TOOL_OPTIONS"] = f"{before or ''} {QUICK}".strip()
    try:
        yield
    finally:
        if before is None:
            del os.environ["JAVA_TOOL_OPTIONS"]
        else:
            os.environ["JAVA_TOOL_OPTIONS"] = before


def sample(table: Graph, whole: Graph) -> Iterator[Triple]:
    """The rows of a table that stand for all: one of every sort, with the classes of what they point to.

    Two subjects are of one sort when they have the same classes, and for each property values of the same classes or
    datatypes. The axioms on places and units speak of classes, domains and ranges alone, so what contradicts for one
    contradicts for all of its sort. What hangs on *which* individual it is, two values of a functional property or a
    circle, is found by the shapes, which see every row.
    """
    sorts: dict[frozenset[tuple[Node, frozenset[Node]]], Node] = {}
    for subject in sorted(set(table.subjects()), key=str):
        about = frozenset(
            (p, _classes(o, whole) if p != RDF.type else frozenset({o})) for p, o in _said(table, subject)
        )
        sorts.setdefault(about, subject)
    for subject in sorts.values():
        for predicate, value in _said(table, subject):
            yield subject, predicate, value
            if predicate != RDF.type:
                yield from whole.triples((value, RDF.type, None)) if isinstance(value, URIRef) else ()


def _said(table: Graph, subject: Node) -> Iterator[tuple[Node, Node]]:
    return table.predicate_objects(subject)


def _classes(value: Node, whole: Graph) -> frozenset[Node]:
    if isinstance(value, Literal):
        return frozenset({value.datatype}) if value.datatype else frozenset()
    return frozenset(whole.objects(value, RDF.type))


def _declare(graph: Graph) -> None:
    individuals = {s for s in graph.subjects(RDF.type) if isinstance(s, URIRef) and s.startswith(ID)}
    for individual in individuals:
        graph.add((individual, RDF.type, OWL.NamedIndividual))
    for names in SHORT_LISTS:
        members: list[Node] = sorted({s for n in names for s in graph.subjects(RDF.type, URIRef(NS + n))}, key=str)
        if len(members) > 1:
            node, head = BNode(), BNode()
            Collection(graph, head, members)
            graph.add((node, RDF.type, OWL.AllDifferent))
            graph.add((node, OWL.distinctMembers, head))


def _gist(error: str) -> str:
    """The line of Java's complaint that says what is wrong."""
    lines = [line.strip() for line in error.splitlines() if "Exception" in line or line.startswith("Error: ")]
    return lines[0].partition(": ")[2] or lines[0] if lines else "Java said nothing that helps."
