"""A case of a stored query that is wrong is told: the runner of cases is not one that cannot fail."""

import dataclasses

import pytest

from kg.queries.registry import parse
from tests.queries.cases import Case, Row, differences

QUERY = parse(
    "# title(nb): Hva?\n# title(en): What?\n# column: a string — a\n# column: b integer — b\n"
    "SELECT ?a ?b WHERE { ?a ?x ?b } ORDER BY ?a",
    "topic/name",
)
ONE, TWO = {"a": "one", "b": 1}, {"a": "two", "b": 2}
BLANK = Case(QUERY, "planted", None, {}, (), None, (), ())


@pytest.mark.parametrize(
    ("rows", "includes", "excludes", "found", "told"),
    [
        ((ONE, TWO), (), (), [ONE, TWO], []),
        ((), (), (), [], []),
        ((ONE,), (), (), [], [f"not there: {ONE}"]),
        ((), (), (), [ONE], [f"there: {ONE}"]),
        ((ONE,), (), (), [{"a": "one", "b": 2}], [f"not there: {ONE}", "there: {'a': 'one', 'b': 2}"]),
        ((ONE,), (), (), [{"a": "one"}], [f"not there: {ONE}", "there: {'a': 'one'}"]),
        ((ONE, TWO), (), (), [TWO, ONE], [f"other order or number: {[TWO, ONE]}"]),
        ((ONE,), (), (), [ONE, ONE], [f"other order or number: {[ONE, ONE]}"]),
        (None, ({"a": "one"},), ({"a": "three"},), [ONE, TWO], []),
        (None, ({"a": "one", "b": 2},), (), [ONE, TWO], ["not there: {'a': 'one', 'b': 2}"]),
        (None, (), ({"b": 2},), [ONE, TWO], ["there: {'b': 2}"]),
    ],
)
def test_what_differs_is_told(
    rows: tuple[Row, ...] | None,
    includes: tuple[Row, ...],
    excludes: tuple[Row, ...],
    found: list[Row],
    told: list[str],
) -> None:
    case = dataclasses.replace(BLANK, rows=rows, includes=includes, excludes=excludes)
    assert differences(case, found) == told
