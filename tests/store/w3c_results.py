"""What a store gave, and what the W3C says it must give, in one form: sets of quads up to the names of blank nodes."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.store.port import Blank, Iri, Literal, Store
from tests.store.w3c_cases import BASE, Case, triples

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SOLUTIONS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT)\b", re.IGNORECASE)
Answer = frozenset[ox.Quad] | bool


def given(store: Store, case: Case) -> Answer:
    """What the store answers, by the form of the query that the expected result shows."""
    form = _form(case)
    if form == "ask":
        return store.ask(case.text)
    if form == "construct":
        return _canonical(ox.Quad(_term(s), _term(p), _term(o)) for s, p, o in store.construct(case.text))
    rows = store.select(case.text)
    return _table(rows.columns, rows.rows, ordered=_ordered(case), lax=case.lax)


def expected(case: Case) -> Answer:
    """What the result file says."""
    assert case.result is not None
    if case.result.suffix in SOLUTIONS:
        found = ox.parse_query_results(path=str(case.result), format=SOLUTIONS[case.result.suffix])
        if isinstance(found, ox.QueryBoolean):
            return bool(found)
        columns = tuple(v.value for v in found.variables)
        return _table(columns, map(tuple, found), ordered=_ordered(case), lax=case.lax)
    graph = triples(case.result)
    if _form(case) == "construct":
        return _canonical(ox.Quad(t.subject, t.predicate, t.object) for t in graph)
    return _result_set(graph, case)


def _form(case: Case) -> str:
    found = FORM.search(COMMENT.sub("", case.query.read_text("utf-8")))
    assert found is not None
    return found[1].lower()


def _ordered(case: Case) -> bool:
    return "order by" in " ".join(case.query.read_text("utf-8").lower().split())


def _result_set(graph: list[ox.Triple], case: Case) -> Answer:
    """A result set written as RDF: one node a solution, one a binding."""
    by_node: dict[object, dict[str, list[ox.NamedNode]]] = {}
    for t in graph:
        by_node.setdefault(t.subject, {}).setdefault(t.predicate.value.removeprefix(RS), []).append(t.object)
    [head] = [node for node in by_node.values() if ox.NamedNode(f"{RS}ResultSet") in node.get(TYPE, [])]
    if "boolean" in head:
        return bool(head["boolean"][0].value == "true")
    columns = tuple(v.value for v in head.get("resultVariable", []))
    solutions = [by_node.get(s, {}) for s in head.get("solution", [])]
    ordered = all("index" in s for s in solutions) and _ordered(case)
    if ordered:
        solutions.sort(key=lambda s: int(s["index"][0].value))
    rows = (
        tuple(
            {by_node[b]["variable"][0].value: by_node[b]["value"][0] for b in s.get("binding", [])}.get(c)
            for c in columns
        )
        for s in solutions
    )
    return _table(columns, rows, ordered=ordered, lax=case.lax)


def _table(columns: tuple[str, ...], rows: Iterable[tuple[object, ...]], *, ordered: bool, lax: bool) -> Answer:
    """Rows as quads, one node a row: so that blank nodes compare as in graphs."""
    header = [ox.Quad(ox.NamedNode(f"{BASE}columns"), ox.NamedNode(f"{BASE}has"), ox.Literal(c)) for c in columns]
    found = [tuple(None if value is None else _term(value) for value in row) for row in rows]
    if lax:
        found = list(dict.fromkeys(found))
    return _canonical([*header, *(q for i, row in enumerate(found) for q in _row(i, columns, row, ordered))])


def _row(number: int, columns: tuple[str, ...], row: tuple[object, ...], ordered: bool) -> Iterator[ox.Quad]:
    node = ox.NamedNode(f"{BASE}row/{number}") if ordered else ox.BlankNode(f"row{number}")
    yield ox.Quad(node, ox.NamedNode(f"{BASE}is"), ox.Literal("row"))
    for column, value in zip(columns, row, strict=True):
        if value is not None:
            yield ox.Quad(node, ox.NamedNode(f"{BASE}column/{column}"), value)


def _canonical(quads: Iterable[ox.Quad]) -> frozenset[ox.Quad]:
    # through a store, since Oxigraph keeps the value of a number and not how it was written: 01 comes back as 1
    spelt = ox.Store()
    spelt.extend(quads)
    dataset = ox.Dataset(spelt)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(dataset)


def _term(value: object) -> object:
    if isinstance(value, Iri):
        return ox.NamedNode(value)
    if isinstance(value, Blank):
        return ox.BlankNode(value)
    if isinstance(value, Literal):
        return (
            ox.Literal(value.value, language=value.language)
            if value.language
            else ox.Literal(value.value, datatype=ox.NamedNode(value.datatype))
        )
    return value
