"""CONSTRUCT queries of the ontology: what a row of a table means, and what an outside vocabulary sees."""

from pathlib import Path

from pyparsing import ParseException
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from kg.core.errors import SourceError
from kg.sources.naming import shown


def read(rq: Path) -> Query:
    """The query in a file. Raises `SourceError` for what is no CONSTRUCT, with the line where the parser names one."""
    try:
        query = prepareQuery(rq.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise SourceError("there is no such file", file=shown(rq)) from None
    except ParseException as error:
        raise SourceError(f"this is no SPARQL: {error.msg}", file=shown(rq), line=error.lineno) from None
    except Exception as error:  # rdflib raises bare exceptions for prefixes that nobody declared
        raise SourceError(f"this query cannot be used: {error}", file=shown(rq)) from None
    if query.algebra.name != "ConstructQuery":
        raise SourceError("this query must be a CONSTRUCT", file=shown(rq))
    return query
