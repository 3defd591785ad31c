"""What was answered, and what the W3C says must be, in one form: sets of quads up to the names of blank nodes."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from tests.w3c.suite import BASE, CSV, Case, triples

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
SOLUTIONS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}
COMMENT = re.compile(r"^\s*#.*", re.MULTILINE)
FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
Answer = frozenset[ox.Quad] | bool
Term = ox.NamedNode | ox.BlankNode | ox.Literal
Row = Sequence[Term | None]


@dataclass(frozen=True)
class Table:
    """The rows of a SELECT."""

    columns: Sequence[str]
    rows: Sequence[Row]

    def lossy(self) -> "Table":
        """What CSV keeps of it: no sort of term, and nothing is an empty text."""
        return Table(self.columns, [[_lossy(term) for term in row] for row in self.rows])


Read = bool | Table | list[ox.Triple]
"""What a document says, before it is put into one form."""


def form(case: Case) -> str:
    """`select`, `ask`, `construct` or `describe`."""
    found = FORM.search(COMMENT.sub("", case.text))
    assert found is not None
    return found[1].lower()


def of(read: Read, case: Case) -> Answer:
    """An answer in the form that is compared."""
    if isinstance(read, bool):
        return read
    if isinstance(read, Table):
        return _table(read.columns, read.rows, ordered=_ordered(case), lax=case.lax)
    return canonical(ox.Quad(t.subject, t.predicate, t.object) for t in read)


def expected(case: Case) -> Answer:
    """What the result file says."""
    assert case.result is not None
    if case.sort == CSV:
        return of(from_csv(case.result.read_bytes()), case)
    if case.result.suffix in SOLUTIONS:
        return of(found(ox.parse_query_results(path=str(case.result), format=SOLUTIONS[case.result.suffix])), case)
    graph = triples(case.result)
    return of(graph, case) if form(case) == "construct" else _result_set(graph, case)


def found(results: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples) -> Read:
    """What the engine found. Raises what it raises while it goes on."""
    if isinstance(results, ox.QueryBoolean):
        return bool(results)
    if isinstance(results, ox.QuerySolutions):
        return Table([v.value for v in results.variables], [tuple(row) for row in results])
    return list(results)


def from_csv(content: bytes) -> Table:
    """Rows as CSV has them. A text that begins like the name of a blank node is taken for one."""
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""))
    return Table(head, [[_cell(cell) for cell in row or [""] * len(head)] for row in rows])


def canonical(quads: Iterable[ox.Quad]) -> frozenset[ox.Quad]:
    """The quads, with blank nodes named by where they stand."""
    # through a store, since Oxigraph keeps the value of a number and not how it was written: 01 comes back as 1
    spelt = ox.Store()
    spelt.extend(quads)
    dataset = ox.Dataset(spelt)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return frozenset(dataset)


def _lossy(term: Term | None) -> Term:
    if isinstance(term, ox.BlankNode):
        return term
    return ox.Literal(term.value if term else "")


def _cell(cell: str) -> Term:
    return ox.BlankNode(cell.removeprefix("_:")) if cell.startswith("_:") else ox.Literal(cell)


def _ordered(case: Case) -> bool:
    return "order by" in " ".join(case.text.lower().split())


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


def _table(columns: Sequence[str], rows: Iterable[Row], *, ordered: bool, lax: bool) -> Answer:
    """Rows as quads, one node a row: so that blank nodes compare as in graphs."""
    header = [ox.Quad(ox.NamedNode(f"{BASE}columns"), ox.NamedNode(f"{BASE}has"), ox.Literal(c)) for c in columns]
    kept = [tuple(row) for row in rows]
    if lax:
        kept = list(dict.fromkeys(kept))
    return canonical([*header, *(q for i, row in enumerate(kept) for q in _row(i, columns, row, ordered))])


def _row(number: int, columns: Sequence[str], row: Row, ordered: bool) -> Iterator[ox.Quad]:
    node = ox.NamedNode(f"{BASE}row/{number}") if ordered else ox.BlankNode(f"row{number}")
    yield ox.Quad(node, ox.NamedNode(f"{BASE}is"), ox.Literal("row"))
    for column, term in zip(columns, row, strict=True):
        if term is not None:
            yield ox.Quad(node, ox.NamedNode(f"{BASE}column/{column}"), term)
