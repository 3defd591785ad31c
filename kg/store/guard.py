"""What a stranger's query may not do: ask another machine (SERVICE), or name graphs that cannot be known beforehand.

The engine judges, not a reader of our own: a keyword is taken for a word that nobody can guess, and the query is read
over nothing. One that is still well formed had no such keyword; of any other it is not known, and it is refused.
"""

import re
import secrets
import string

import pyoxigraph as ox

from kg.store.elsewhere import asks_elsewhere, unescaped

SERVICE = re.compile("service", re.IGNORECASE)
FROM = re.compile("from", re.IGNORECASE)
DATASET = re.compile(r"from\s+(?:named\s+)?<([A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\s]*)>", re.IGNORECASE)


class Refused(Exception):
    """The query is at fault: why (a reason of `bad-input`), and what the engine says or where it stands."""

    def __init__(self, reason: str, said: str) -> None:
        super().__init__(reason, said)
        self.reason, self.said = reason, said


def no_graph(name: str) -> Refused:
    """The query names a graph that is not there."""
    return Refused(reason="no-graph", said=name)


def check_service(text: str, base: str) -> None:
    """Raises `Refused` for a query that has SERVICE, or of which that cannot be told."""
    for said in {text, unescaped(text)}:
        if SERVICE.search(said) and (error := _error(SERVICE.sub(_word(), said), base)):
            raise Refused(reason="service", said="SERVICE") if asks_elsewhere(said) else error


def graphs_from(text: str, base: str) -> set[str]:
    """The graphs of FROM and FROM NAMED, of a query without SERVICE. Raises `Refused` unless each is a whole IRI."""
    found: set[str] = set()
    for said in {text, unescaped(text)}:
        found.update(DATASET.findall(said))
        left = DATASET.sub(" ", said)
        if FROM.search(left) and _error(FROM.sub(_word(), left), base):
            raise no_graph("FROM")
    return found


def _error(text: str, base: str) -> Refused | None:
    """What is wrong with a query that calls nobody."""
    try:
        ox.Store().query(text, base_iri=base)
    except (SyntaxError, ValueError) as error:
        return Refused(reason="no-query", said=str(error)[:300])
    return None


def _word() -> str:
    return "".join(secrets.choice(string.ascii_lowercase) for _ in range(8))  # a language tag has no more
