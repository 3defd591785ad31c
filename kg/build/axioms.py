"""An axiom of the vocabulary in plain words, for whoever has broken it (OWL 2: https://www.w3.org/TR/owl2-primer/)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import Node

from kg.build.reason import Triple
from kg.core.iris import local_id


def say(axiom: Triple, vocabulary: Graph) -> str:
    """One sentence. `axiom` is its first triple; an axiom without a name is said by its rdfs:comment."""
    subject, predicate, value = axiom
    comment = _english(vocabulary, subject, RDFS.comment)
    if comment:
        return comment
    if (subject, OWL.members, None) in vocabulary:
        members = Collection(vocabulary, vocabulary.value(subject, OWL.members) or BNode())
        return f"Nothing is two of these at once: {_list(vocabulary, list(members))}."
    sentence = SENTENCES.get(predicate)
    if sentence:
        return sentence(vocabulary, subject, value)
    if predicate == RDF.type and value in CHARACTERS:
        return CHARACTERS[value].format(name(vocabulary, subject))
    return f"{name(vocabulary, subject).capitalize()}: {_english(vocabulary, subject, SKOS.definition)}"


def name(graph: Graph, term: Node) -> str:
    """The English label of a term, else the end of its IRI."""
    union = graph.value(term, OWL.unionOf)
    if union is not None:
        return " or ".join(name(graph, member) for member in Collection(graph, union))
    return _english(graph, term, SKOS.prefLabel) or local_id(str(term)).rpartition("#")[2]


def _english(graph: Graph, term: Node, prop: Node) -> str:
    texts = [str(o) for o in graph.objects(term, prop) if isinstance(o, Literal) and o.language == "en"]
    return texts[0] if texts else ""


def _list(graph: Graph, members: list[Node]) -> str:
    return ", ".join(name(graph, member) for member in members)


def _wider(graph: Graph, narrow: Node, wide: Node) -> str:
    prop, only, fixed = (graph.value(wide, p) for p in (OWL.onProperty, OWL.allValuesFrom, OWL.hasValue))
    who = name(graph, narrow)
    if prop is not None and only is not None:
        return f"“{name(graph, prop)}” of a {who} takes only: {name(graph, only)}."
    if prop is not None and fixed is not None:
        return f"“{name(graph, prop)}” of a {who} is always: {name(graph, fixed)}."
    forbidden = graph.value(graph.value(wide, OWL.complementOf), OWL.onProperty)
    if forbidden is not None:
        return f"No {who} has “{name(graph, forbidden)}”."
    return f"Every {who} is a {name(graph, wide)}." if not isinstance(wide, BNode) else f"What a {who} is says more."


def _one_of(graph: Graph, whole: Node, members: Node) -> str:
    choices = _list(graph, list(Collection(graph, members)))
    return f"Every {name(graph, whole)} is exactly one of these, never two: {choices}."


def _apart(graph: Graph, one: Node, other: Node) -> str:
    return f"Nothing is both {name(graph, one)} and {name(graph, other)}."


def _domain(graph: Graph, prop: Node, class_: Node) -> str:
    return f"Only a {name(graph, class_)} has “{name(graph, prop)}”."


def _range(graph: Graph, prop: Node, class_: Node) -> str:
    return f"“{name(graph, prop)}” takes only: {name(graph, class_)}."


SENTENCES: Mapping[Node, Callable[[Graph, Node, Node], str]] = MappingProxyType(
    {
        OWL.disjointUnionOf: _one_of,
        OWL.disjointWith: _apart,
        RDFS.subClassOf: _wider,
        RDFS.domain: _domain,
        RDFS.range: _range,
    }
)
CHARACTERS: Mapping[Node, str] = MappingProxyType(
    {
        OWL.FunctionalProperty: "“{}” has one value at most.",
        OWL.InverseFunctionalProperty: "“{}” points to a thing from one place at most.",
        OWL.IrreflexiveProperty: "Nothing is “{}” itself.",
        OWL.AsymmetricProperty: "“{}” never holds both ways.",
    }
)
