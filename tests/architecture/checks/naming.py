"""The naming law of the ontology: ids in lower-case kebab, one home for each, four languages."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from rdflib import RDF, Graph, Literal, URIRef
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.core.iris import ID, collection_of, local_id
from tests.architecture import tree

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NUMBERED = re.compile(r"(^|-)(\d+-\d+|(19|20)\d\d)(-|$)")
LANGUAGES = {"nb", "nn", "en", "da"}


def find(root: Path) -> list[str]:
    """Ids that break the law, are described in two files, or carry a label in a language that is none of ours."""
    files = tree.files(root, ".ttl", under=("ontology",))
    if not files:
        return ["ontology: there is no Turtle file"]
    found: list[str] = []
    homes: dict[str, set[str]] = defaultdict(set)
    for file in files:
        name = tree.name(root, file)
        try:
            graph = Graph().parse(file, format="turtle")
        except (BadSyntax, ParserError) as error:
            found.append(f"{name}: cannot be read ({error})")
            continue
        found += _tags(name, graph)
        for thing in _described(graph):
            homes[thing].add(name)
    return found + [line for thing, names in sorted(homes.items()) for line in _law(thing, names)]


def _described(graph: Graph) -> Iterator[str]:
    return (str(s) for s in set(graph.subjects(RDF.type)) if isinstance(s, URIRef) and s.startswith(ID))


def _tags(name: str, graph: Graph) -> list[str]:
    tags = {o.language for o in graph.objects() if isinstance(o, Literal) and o.language}
    return [f"{name}: the language tag {tag} is none of {sorted(LANGUAGES)}" for tag in sorted(tags - LANGUAGES)]


def _law(thing: str, homes: set[str]) -> Iterator[str]:
    where, short = sorted(homes), f"{collection_of(thing)}:{local_id(thing)}"
    if not KEBAB.fullmatch(local_id(thing)) or thing != f"{ID}{collection_of(thing)}/{local_id(thing)}":
        yield f"{where[0]}: {short} is not lower-case kebab in one collection"
    if collection_of(thing) == "norm" and NUMBERED.search(local_id(thing)):
        yield f"{where[0]}: {short} has a date or a section number: name what the norm says"
    if len(where) > 1:
        yield f"{' and '.join(where)}: {short} is described in both"
