"""The contract can fail: a backend with one fault fails the test that is about it."""

from collections.abc import Callable, Iterator

import pytest

from kg.store import oxigraph
from kg.store.oxigraph import OxigraphStore
from kg.store.port import Iri, Literal, Rows, Triple
from tests.store.contract import Contract
from tests.store.short import Opener


class Faulty(OxigraphStore):
    """A store in memory that a fault can be put into."""

    def __init__(self, data: bytes) -> None:
        super().__init__(oxigraph.in_memory(data)._store)


class LosesLast(Faulty):
    def select(self, query: str) -> Rows:
        columns, found = super().select(query)
        return Rows(columns, iter(list(found)[:-1]))


class CountsTwice(Faulty):
    def _query(self, query: str) -> object:  # type: ignore[override]
        return self._store.query(query, use_default_graph_as_union=True)


class ForgetsTypes(Faulty):
    def select(self, query: str) -> Rows:
        columns, found = super().select(query)
        plain = (tuple(Iri(v.value) if isinstance(v, Literal) else v for v in row) for row in found)
        return Rows(columns, plain)


class Repeats(Faulty):
    def construct(self, query: str) -> Iterator[Triple]:
        return iter([triple for triple in super().construct(query) for _ in "twice"])


class TakesAnything(Faulty):
    def ask(self, query: str) -> bool:
        return True


@pytest.mark.parametrize(
    ("fault", "test"),
    [
        (LosesLast, Contract.test_two_results_can_be_read_in_turn),
        (LosesLast, Contract.test_not_exists_drops_no_row_when_much_is_asked),
        (CountsTwice, Contract.test_a_statement_in_two_graphs_counts_once),
        (CountsTwice, Contract.test_from_picks_the_graphs_that_make_the_default_one),
        (ForgetsTypes, Contract.test_terms_come_typed),
        (Repeats, Contract.test_construct_gives_each_triple_once),
        (TakesAnything, Contract.test_each_form_has_its_door),
        (TakesAnything, Contract.test_ask),
    ],
)
def test_a_fault_is_found(fault: Opener, test: Callable[[Contract, Opener], None]) -> None:
    test(Contract(), oxigraph.in_memory)
    with pytest.raises((AssertionError, StopIteration, pytest.fail.Exception)):
        test(Contract(), fault)
