"""Oxigraph behind the port, against the queries of the suite.

Each folder of the suite is one test: the whole list of what failed in it is compared with what is listed, so that
neither a new failure nor one that was mended goes by unseen.
"""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest

from kg.core.errors import BadInput
from kg.store.oxigraph import in_memory
from kg.store.port import Blank, Iri, Literal, Store
from tests.w3c import answers, suite
from tests.w3c.answers import Read, Table, Term
from tests.w3c.failing import listed
from tests.w3c.suite import BASE, Case

UNION = {
    "sparql10/algebra": ["join-combo-2"],
    "sparql10/graph": [f"dawg-graph-{number}" for number in ("02", "05", "07", "08", "09", "10b", "11")],
}
"""They fail here besides: the default graph is the union of all graphs, as the port says."""


@pytest.mark.parametrize("folder", suite.folders() or ["absent"])
def test_a_folder_of_the_suite(folder: str) -> None:
    found = list(suite.cases(folder))
    if not found:
        pytest.skip("no query stands there: updates, which the port does not take, or requests over HTTP")
    known = {case.name for case in found if case.id in listed()}
    assert {case.name for case in found if not passes(case)} == known | {*UNION.get(folder, [])}


def passes(case: Case) -> bool:
    store = in_memory(suite.quads(suite.data(case)))
    text = f"BASE <{BASE}{case.query.name}>\n{case.text}"
    if case.sort in (*suite.GOOD, *suite.BAD):
        return readable(store, text) == (case.sort in suite.GOOD)
    try:
        found = given(store, text, answers.form(case))
    except BadInput:
        return False
    lossy = case.sort == suite.CSV and isinstance(found, Table)
    return answers.of(found.lossy() if lossy else found, case) == answers.expected(case)


def given(store: Store, text: str, form: str) -> Read:
    """What the store answers to a query of this form."""
    if form == "ask":
        return store.ask(text)
    if form == "construct":
        return [ox.Triple(*terms(triple)) for triple in store.construct(text)]
    rows = store.select(text)
    return Table(rows.columns, [terms(row) for row in rows.rows])


def readable(store: Store, text: str) -> bool:
    """Whether one of the three forms takes the text."""
    for form in ("select", "ask", "construct"):
        try:
            given(store, text, form)
        except BadInput:
            continue
        return True
    return False


def terms(row: Iterable[object]) -> list[Term | None]:
    """The terms of the port as the engine has them."""
    return [None if value is None else term(value) for value in row]


def term(value: object) -> Term:
    if isinstance(value, Iri):
        return ox.NamedNode(value)
    if isinstance(value, Blank):
        return ox.BlankNode(value)
    assert isinstance(value, Literal)
    if value.language:
        return ox.Literal(value.value, language=value.language)
    return ox.Literal(value.value, datatype=ox.NamedNode(value.datatype))
