"""The vocabulary read as a closed world: shapes from its domains, ranges and functional properties.

To a reasoner `rdfs:range rv:Place` says that a misspelt place is a place. Here it says that whatever is not known
as a place is a fault. So each property is checked from the one sentence that the vocabulary has on it.
SHACL: https://www.w3.org/TR/shacl/
"""

from collections.abc import Iterator

from rdflib import OWL, RDF, RDFS, SH, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.core.iris import ID, NS, local_id
from kg.model.finding import Finding

SHAPE = Namespace(ID + "shape/")
Says = tuple[tuple[str, str], ...]
RANGE_SAYS = (
    ("nb", "«{property}» tar bare {type}, og det er ikke dette: rett stavemåten, velg et annet, eller legg det til."),
    ("en", "“{property}” takes only {type}, which this is not: mend the spelling, choose another, or add the term."),
)
DOMAIN_SAYS = (
    ("nb", "«{property}» hører bare til på {type}: flytt opplysningen, eller rett hva slags ledd dette er."),
    ("en", "“{property}” belongs only on {type}: move the statement, or mend what sort of term this is."),
)
ONE_SAYS = (
    ("nb", "«{property}» kan bare ha én verdi: ta ut de andre."),
    ("en", "“{property}” can have one value only: take out the others."),
)
ONLY_SAYS = (
    ("nb", "«{property}» på {owner} tar bare {type}: velg en annen verdi, eller rett hva slags ledd dette er."),
    ("en", "“{property}” on {owner} takes only {type}: choose another value, or mend what sort of term this is."),
)


def shapes_of(vocabulary: Graph) -> Graph:
    """Shapes for each domain (`domain-…`), range (`range-…`), functional property (`one-…`) and class that narrows
    a property (`only-…`, from `owl:allValuesFrom`).
    """
    shapes = Graph()
    for prop in sorted({*_of_type(vocabulary, OWL.ObjectProperty), *_of_type(vocabulary, OWL.DatatypeProperty)}):
        label = _names(vocabulary, prop)
        for range_ in vocabulary.objects(prop, RDFS.range):
            shape = _shape(shapes, "range", prop, RANGE_SAYS, {"property": label, "type": _names(vocabulary, range_)})
            _add_type(shapes, shape, vocabulary, range_)
        for domain in vocabulary.objects(prop, RDFS.domain):
            shape = _shape(shapes, "domain", prop, DOMAIN_SAYS, {"property": label, "type": _names(vocabulary, domain)})
            shapes.remove((shape, SH.path, None))
            shapes.set((shape, RDF.type, SH.NodeShape))
            _add_type(shapes, shape, vocabulary, domain)
        if (prop, RDF.type, OWL.FunctionalProperty) in vocabulary:
            shape = _shape(shapes, "one", prop, ONE_SAYS, {"property": label})
            shapes.add((shape, SH.maxCount, Literal(1)))
    for owner, restriction in vocabulary.subject_objects(RDFS.subClassOf):
        _narrowed(shapes, vocabulary, owner, restriction)
    return shapes


def without_echoes(findings: list[Finding], data: Graph) -> list[Finding]:
    """Findings without those that follow from a misspelt class: of an unknown class, nothing is where it belongs."""
    unknown = {URIRef(f.focus) for f in findings if f.shape == str(SHAPE["known-terms"])}
    lost = {str(node) for class_ in unknown for node in data.subjects(RDF.type, class_)}
    return [f for f in findings if not (f.focus in lost and f.shape.startswith(str(SHAPE["domain-"])))]


def _narrowed(shapes: Graph, vocabulary: Graph, owner: Node, restriction: Node) -> None:
    prop, only = vocabulary.value(restriction, OWL.onProperty), vocabulary.value(restriction, OWL.allValuesFrom)
    if isinstance(owner, URIRef) and isinstance(prop, URIRef) and only is not None:
        check = f"only-{local_id(owner).rpartition('#')[2]}"
        names = {"owner": _names(vocabulary, owner), "type": _names(vocabulary, only)}
        shape = _shape(shapes, check, prop, ONLY_SAYS, {"property": _names(vocabulary, prop), **names})
        shapes.set((shape, SH.targetClass, owner))
        shapes.remove((shape, SH.targetSubjectsOf, None))
        _add_type(shapes, shape, vocabulary, only)


def _of_type(vocabulary: Graph, kind: URIRef) -> Iterator[URIRef]:
    return (s for s in vocabulary.subjects(RDF.type, kind) if isinstance(s, URIRef) and s.startswith(NS))


def _shape(shapes: Graph, check: str, prop: URIRef, says: Says, names: dict[str, dict[str, str]]) -> URIRef:
    """A property shape that still has to say what it demands. `names`: the words in the message, by language."""
    shape = SHAPE[f"{check}-{local_id(prop).rpartition('#')[2]}"]
    shapes.add((shape, RDF.type, SH.PropertyShape))
    shapes.add((shape, SH.targetSubjectsOf, prop))
    shapes.add((shape, SH.path, prop))
    shapes.add((shape, SH.severity, SH.Violation))
    for lang, text in says:
        words = {word: by_language[lang] for word, by_language in names.items()}
        shapes.add((shape, SH.name, Literal(words["property"], lang=lang)))
        shapes.add((shape, SH.message, Literal(text.format(**words), lang=lang)))
    return shape


def _add_type(shapes: Graph, shape: URIRef, vocabulary: Graph, type_: Node) -> None:
    if str(type_).startswith(str(XSD)) or type_ == RDF.langString:
        shapes.add((shape, SH.datatype, type_))
        return
    classes = _members(vocabulary, type_)
    if len(classes) == 1:
        shapes.add((shape, SH["class"], classes[0]))
        return
    options = []
    for member in classes:
        option = BNode()
        shapes.add((option, SH["class"], member))
        options.append(option)
    head = BNode()
    Collection(shapes, head, list[Node](options))
    shapes.add((shape, SH["or"], head))


def _members(vocabulary: Graph, type_: Node) -> list[Node]:
    """The class itself, or the members of a union."""
    union = vocabulary.value(type_, OWL.unionOf)
    return [type_] if union is None else list(Collection(vocabulary, union))


def _names(vocabulary: Graph, term: Node) -> dict[str, str]:
    """What a term, or each member of a union, is called in bokmål and English."""
    joint = {"nb": " eller ", "en": " or "}
    return {lang: joint[lang].join(_name(vocabulary, m, lang) for m in _members(vocabulary, term)) for lang in joint}


def _name(vocabulary: Graph, term: Node, lang: str) -> str:
    labels = [str(o) for o in vocabulary.objects(term, SKOS.prefLabel) if isinstance(o, Literal) and o.language == lang]
    return labels[0] if labels else local_id(str(term)).rpartition("#")[2]
