"""Terms that parsers let through although no store should hold them."""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from rdflib import Graph, Literal, URIRef

UNFIT = re.compile(r'[<>" {}|\\^`\x00-\x20]')


def unfit(graph: Graph) -> Iterator[tuple[str, str, str]]:
    """Subject, the term as text, and what is wrong: an IRI with a forbidden character, a value its type forbids."""
    for triple in graph:
        for term in triple:
            if isinstance(term, URIRef) and UNFIT.search(term):
                yield str(triple[0]), str(term), f"<{term}> is no IRI"
        value = triple[2]
        if isinstance(value, Literal) and value.ill_typed:
            kind = str(value.datatype).rpartition("#")[2]
            yield str(triple[0]), str(value), f"'{value}' is no {kind}"


@contextmanager
def quiet() -> Iterator[None]:
    """While files are read rdflib writes of unfit terms on its log, trace and all; here they become errors instead."""
    log = logging.getLogger("rdflib.term")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before
