"""The vocabulary as a page that one reads, one a language: each term with label, definition and what it is tied to.

pyLODE (https://github.com/RDFLib/pyLODE) does the like, with English headings alone and for Python 3.12 and later.
"""

from collections import defaultdict
from dataclasses import dataclass

from kg.core.iris import NS
from kg.publishing.describe import query, templates
from kg.store.port import Literal, Store
from kg.wording.words import Words

LANGUAGES = ("nb", "en")
RELATIONS = ("wider", "domain", "range", "successor")


@dataclass(frozen=True, slots=True)
class Other:
    """What a term is tied to: `name` where it stands on the page itself."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Term:
    """A class or a property in one language; `links` are what it is tied to, by the heading of each tie."""

    name: str
    sort: str
    label: str
    definition: str
    retired: bool
    links: tuple[tuple[str, tuple[Other, ...]], ...]


def page(store: Store, version: str, words: Words) -> bytes:
    """The page in the language of the words, in HTML."""
    names = ("title", "about", "version", "retired")
    terms = _terms(store, words)
    parts = [(words.say(f"vocabulary.{sort}"), [t for t in terms if t.sort == sort]) for sort in ("class", "property")]
    text = templates().get_template("vocabulary.html")
    return text.render(
        language=words.language,
        version=version,
        namespace=NS,
        say={name: words.say(f"vocabulary.{name}") for name in names},
        parts=parts,
    ).encode()


def _terms(store: Store, words: Words) -> list[Term]:
    rows = [
        (str(term), sort.value, label.value, definition.value if isinstance(definition, Literal) else "", bool(retired))
        for term, sort, label, definition, retired in store.select(query("vocabulary")).rows
        if isinstance(sort, Literal) and isinstance(label, Literal) and label.language == words.language
    ]
    labels = {term: label for term, _, label, _, _ in rows}
    tied: dict[str, dict[str, list[Other]]] = defaultdict(lambda: defaultdict(list))
    for term, relation, other in store.select(query("links")).rows:
        if isinstance(relation, Literal):
            tied[str(term)][relation.value].append(_other(str(other), labels))
    return [
        Term(
            name=term.removeprefix(NS),
            sort=sort,
            label=label,
            definition=definition,
            retired=retired,
            links=tuple((words.say(f"vocabulary.{r}"), tuple(tied[term][r])) for r in RELATIONS if tied[term][r]),
        )
        for term, sort, label, definition, retired in rows
    ]


def _other(term: str, labels: dict[str, str]) -> Other:
    return Other(term.removeprefix(NS), labels[term]) if term in labels else Other("", term)
