"""Oxigraph behind the port, against the SPARQL 1.0 and 1.1 tests of the W3C.

Each folder of the suite is one test: the whole list of what failed in it is compared with `KNOWN`, so that neither a
new failure nor one that was mended goes by unseen.
"""

from pathlib import Path

import pytest

from kg.core.errors import BadInput
from kg.store.oxigraph import in_memory
from kg.store.port import Store
from tests.store import w3c_results
from tests.store.w3c_cases import Case, cases, quads

SUITE = Path(__file__).parents[3] / "shared" / "w3c" / "sparql"

READ_ONLY = "changes the store: the port only reads"
PROTOCOL = "is about HTTP: the port is a call in process"
LEFT_OUT = {
    **dict.fromkeys(("add", "basic-update", "clear", "copy", "delete", "delete-data", "delete-insert"), READ_ONLY),
    **dict.fromkeys(("delete-where", "drop", "move", "update-silent"), READ_ONLY),
    **dict.fromkeys(("syntax-update-1", "syntax-update-2"), READ_ONLY),
    **dict.fromkeys(("graph-store-protocol", "http-rdf-update", "protocol", "service-description"), PROTOCOL),
    **dict.fromkeys(("service", "syntax-fed"), "SERVICE asks another machine, which no query of ours may"),
    "entailment": "needs inference at query time: the build makes the few inferences that are relied on",
}

UNION = "the default graph is the union of all graphs, as the port says"
VALUE = "a number is kept by its value: 01 and 1 are one term, and come back as 1"
SCOPE = "?g is bound outside GRAPH ?g { … }, not inside it"
ABSENT = "a path of length zero does not reach a term that stands in no graph"
LANGUAGE = "GROUP_CONCAT keeps the language that all its values share, as SPARQL 1.2 has it"
NODE = "BNODE(text) gives the same node in all solutions"
ZONE = "a date without a time zone is unequal to one with, not incomparable"
FUNCTION = "a function that the engine does not know is refused when the query is read"
TOKEN = "<?a&&?b> is read as comparisons, where the longest token would be an IRI"
CASE = "TRUE and FALSE are written small"
KNOWN = {
    "sparql10/algebra": {"join-combo-2": UNION},
    "sparql10/distinct": {"distinct-1": VALUE, "distinct-9": VALUE},
    "sparql10/expr-builtin": {
        **dict.fromkeys(("dawg-str-1", "dawg-str-2", "sameTerm-simple", "sameTerm-eq", "sameTerm-not-eq"), VALUE),
        "case-insensitive-booleans": CASE,
    },
    "sparql10/expr-equals": {"eq-graph-1": VALUE, "eq-graph-2": VALUE},
    "sparql10/graph": {
        **dict.fromkeys(("dawg-graph-02", "dawg-graph-05", "dawg-graph-07", "dawg-graph-08", "dawg-graph-09"), UNION),
        **dict.fromkeys(("dawg-graph-10b", "dawg-graph-11"), UNION),
        **dict.fromkeys(("graph-variable-scope", "graph-optional"), SCOPE),
    },
    "sparql10/open-world": {"open-eq-01": VALUE, "date-2": ZONE},
    "sparql10/syntax-sparql1": dict.fromkeys(("syntax-expr-05", "syntax-order-05", "syntax-order-06"), FUNCTION),
    "sparql10/syntax-sparql2": dict.fromkeys([f"syntax-function-0{number}" for number in (1, 2, 3, 4)], FUNCTION),
    "sparql10/syntax-sparql3": {"syn-bad-26": TOKEN},
    "sparql11/syntax-query": {"test_4": FUNCTION},
    "sparql11/aggregates": {
        **dict.fromkeys(("agg-groupconcat-04", "agg-groupconcat-06"), LANGUAGE),
        "agg-empty-group-count-graph": SCOPE,
    },
    "sparql11/bindings": {"graph": SCOPE},
    "sparql11/functions": {"bnode01": NODE},
    "sparql11/negation": {"graph-minus": SCOPE},
    "sparql11/property-path": dict.fromkeys(
        ("zero_or_more_set_start", "zero_or_more_set_end", "zero_or_one_set_start", "zero_or_one_set_end"), ABSENT
    ),
}
LOSSY = "CSVResultFormatTest"
"""A result in CSV does not say what is an IRI: the same queries stand beside it with a result in TSV."""


def folders() -> list[str]:
    return sorted(path.parent.relative_to(SUITE).as_posix() for path in SUITE.glob("*/*/manifest.ttl"))


@pytest.fixture(autouse=True)
def _suite() -> None:
    if not SUITE.is_dir():
        pytest.skip("the W3C test suite is not here: ../shared/w3c/sparql")


@pytest.mark.parametrize("folder", folders() or ["absent"])
def test_a_folder_of_the_suite(folder: str) -> None:
    if reason := LEFT_OUT.get(folder.partition("/")[2]):
        pytest.skip(reason)
    found = [case for case in cases(SUITE / folder) if case.sort != LOSSY]
    assert found
    assert {case.name for case in found if not passes(case)} == KNOWN.get(folder, {}).keys()


def test_the_suite_is_whole_and_every_exception_is_in_it() -> None:
    known = folders()
    assert {folder.partition("/")[2] for folder in known} >= LEFT_OUT.keys()
    assert KNOWN.keys() <= set(known)
    run = [folder for folder in known if folder.partition("/")[2] not in LEFT_OUT]
    assert sum(1 for folder in run for case in cases(SUITE / folder) if case.sort == "QueryEvaluationTest") > 500


def passes(case: Case) -> bool:
    if "Syntax" in case.sort:
        return readable(in_memory(b""), case.text) == case.sort.startswith("Positive")
    try:
        return w3c_results.given(in_memory(quads(case)), case) == w3c_results.expected(case)
    except BadInput:
        return False


def readable(store: Store, text: str) -> bool:
    """Whether one of the three forms takes the text."""
    for ask in (store.select, store.ask, store.construct):
        try:
            ask(text)
        except BadInput:
            continue
        return True
    return False
