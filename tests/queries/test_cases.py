"""Each case of each stored query on every backend, and that no query goes without the cases it needs."""

import pytest

from kg.queries import registry
from kg.queries.plain import plain
from kg.queries.registry import StoredQuery
from kg.queries.run import run
from kg.store.oxigraph import in_memory
from tests.queries.cases import CASES, QUERIES, Case, differences, of, short
from tests.queries.conftest import BACKENDS, Open

EACH_QUERY = pytest.mark.parametrize("query", QUERIES.values(), ids=list(QUERIES))


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_case(case: Case, backend: str, opened: Open) -> None:
    found = [short(row) for row in plain(case.query, run(opened(backend, case.world), case.query, case.params))]
    assert differences(case, found) == []


def test_every_query_is_well_formed() -> None:
    registry.check_syntax(QUERIES, in_memory(b""))


@EACH_QUERY
def test_what_a_query_takes_and_gives_is_told_in_both_languages(query: StoredQuery) -> None:
    told = (*query.header.params, *query.header.columns)
    assert [t.name for t in told if t.descriptions["nb"] == t.descriptions["en"]] == []


@EACH_QUERY
def test_a_query_has_an_answer_and_one_that_is_empty_on_purpose(query: StoredQuery) -> None:
    exact = [case.rows for case in of(query) if case.rows is not None]
    assert any(exact), "no case says a whole answer"
    assert () in exact, "no case is empty on purpose"


@EACH_QUERY
def test_each_parameter_is_given_in_a_case_and_left_out_in_another(query: StoredQuery) -> None:
    given = [case.params.keys() for case in of(query)]
    missing = [f"{p.name} given" for p in query.header.params if not any(p.name in names for names in given)]
    missing += [
        f"{p.name} left out" for p in query.header.params if not p.required and all(p.name in names for names in given)
    ]
    assert missing == []


@EACH_QUERY
def test_each_column_shows_in_a_whole_answer(query: StoredQuery) -> None:
    shown = {name for case in of(query) for row in case.rows or () for name in row}
    assert {column.name for column in query.header.columns} - shown == set()


@EACH_QUERY
def test_the_cases_of_a_query_have_names_of_their_own(query: StoredQuery) -> None:
    names = [case.name for case in of(query)]
    assert sorted(set(names)) == sorted(names)


@EACH_QUERY
def test_answers_come_in_an_order(query: StoredQuery) -> None:
    assert "ORDER BY" in query.text or query.name.startswith("index/")
