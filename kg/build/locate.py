"""From a node or a statement of the graph back to the file that says it, and the line or row."""

from pathlib import Path

from rdflib import RDF, BNode, Dataset, Literal
from rdflib.term import Node

from kg.model.finding import Location
from kg.sources.manifest import Module
from kg.sources.where import where

Pattern = tuple[Node | None, Node | None, Node | None]


class Locator:
    """Answers for one assembled dataset and the files that it was read from."""

    def __init__(self, dataset: Dataset, ontology: Path, modules: tuple[Module, ...]) -> None:
        self._dataset = dataset
        self._ontology = ontology
        self._paths = {module.graph: module.path for module in modules}

    def __call__(self, focus: Node, path: Node | None = None, value: Node | None = None) -> Location | None:
        """Where a statement stands that is as much as possible the one of this subject, property and value.

        A node that is no subject anywhere is looked for as class, as value and as property. None for what no file
        says (an inference).
        """
        exact: list[Pattern] = [(focus, path, value), (focus, path, None)] if path is not None else []
        said: list[Pattern] = [*exact, (focus, RDF.type, None), (focus, None, None)]
        used: list[Pattern] = [(None, RDF.type, focus), (None, None, focus), (None, focus, None)]
        for subject, predicate, object_ in (*said, *used):
            for s, p, o, graph in self._dataset.quads((subject, predicate, object_, None)):
                if str(graph) in self._paths:
                    text, after = _telling((s, p, o), (subject, predicate, object_))
                    return where(self._ontology, self._paths[str(graph)], self._written(s), text, after)
        return None

    def _written(self, subject: Node) -> str:
        """What to look for in the file: a node without a name shows itself by the words on it."""
        if not isinstance(subject, BNode):
            return str(subject)
        words = sorted(str(o) for o in self._dataset.objects(subject) if isinstance(o, Literal))
        return words[0] if words else str(subject)


def _telling(triple: tuple[Node, Node, Node], asked: Pattern) -> tuple[str, str]:
    """What to look for beside the subject: the value if it was asked for, and after what; else the property."""
    _, predicate, object_ = triple
    prop = "" if asked[1] in (None, RDF.type) else str(predicate)
    return (str(object_), prop) if asked[2] is not None else (prop, "")
