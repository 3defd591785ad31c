"""The competency questions, but for the drafts of agreements to check: each has queries, and its facts come out.

A case of a query that `answers` a question is one call that helps to answer it. Whatever the rows of these calls name
(norms with their bases, findings, units, places, events) carries the facts that it was made from: together they must be
all the facts of the question. What the decision engine makes of the norms is tested with the engine.
"""

import pytest
import yaml

from kg.queries.run import run
from kg.store.port import Iri, Literal, Store
from tests.queries.cases import CASES, QUERIES, ROOT, Case
from tests.queries.conftest import Open

FILE = ROOT.parent / "shared" / "facts" / "questions.yaml"
IN_SCOPE = (
    *("Q001", "Q003", "Q005", "Q006", "Q008", "Q010", "Q011", "Q013", "Q015", "Q016", "Q018"),
    *("Q020", "Q021", "Q023", "Q025", "Q026", "Q028", "Q030", "Q031", "Q033", "Q035", "Q036"),
    *("Q038", "Q040", "Q042", "Q043", "Q045", "Q047", "Q048", "Q050", "Q052", "Q053", "Q054"),
    *("Q056", "Q058", "Q059", "Q061", "Q063", "Q064", "Q066", "Q068", "Q069", "Q071", "Q073"),
    *("Q074", "Q076", "Q078", "Q079", "Q081", "Q083", "Q084", "Q086", "Q088", "Q089", "Q091"),
    *("Q093", "Q095", "Q096", "Q098", "Q100"),
)


@pytest.fixture(scope="module")
def asked() -> dict[str, set[str]]:
    """The facts of each question."""
    if not FILE.is_file():
        pytest.skip("the competency questions are not here: ../shared/facts/questions.yaml")
    return {entry["id"]: set(entry["facts"]) for entry in yaml.safe_load(FILE.read_text("utf-8"))}


@pytest.fixture(scope="module")
def made_from(opened: Open) -> dict[Iri, set[str]]:
    """The facts from which each thing of the shipped graph was made."""
    found: dict[Iri, set[str]] = {}
    for number, thing, *_ in run(opened("memory", None), QUERIES["sources/facts"], {}).rows:
        assert isinstance(number, Literal)
        assert isinstance(thing, Iri)
        found.setdefault(thing, set()).add(number.value)
    return found


def cases_for(question: str) -> list[Case]:
    return [case for case in CASES if question in case.answers]


@pytest.mark.parametrize("question", IN_SCOPE)
def test_the_facts_of_a_question_come_out_of_the_graph(
    question: str, asked: dict[str, set[str]], made_from: dict[Iri, set[str]], opened: Open
) -> None:
    named = {thing for case in cases_for(question) for thing in answer(opened("memory", None), case)}
    found = {fact for thing in named for fact in made_from.get(thing, ())}
    assert asked[question] - found == set()


@pytest.mark.parametrize("question", IN_SCOPE)
def test_the_queries_of_a_question_are_tagged_with_it(question: str) -> None:
    tagged = {name for name, query in QUERIES.items() if f"question:{question}" in query.header.tags}
    assert tagged == {case.query.name for case in cases_for(question)} != set()


def test_no_query_is_tagged_with_a_question_out_of_scope() -> None:
    tags = {tag.removeprefix("question:") for query in QUERIES.values() for tag in query.header.tags if ":" in tag}
    assert tags == set(IN_SCOPE)


def answer(store: Store, case: Case) -> set[Iri]:
    """The things that an answer names."""
    return {value for row in run(store, case.query, case.params).rows for value in row if isinstance(value, Iri)}
