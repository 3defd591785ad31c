"""A store is known by what its release says, and refused when it says nothing, too much, or does not hold it all."""

import pytest

from kg.core.errors import StoreUnavailable
from kg.store import oxigraph, released

G = "https://w3id.org/rettvei/graph/"
XSD = "http://www.w3.org/2001/XMLSchema#"


def stated(version: str, statements: int) -> str:
    return (
        f'<{released.DATASET}> <{released.VERSION}> "{version}" <{released.GRAPH}> .\n'
        f'<{released.DATASET}> <{released.STATEMENTS}> "{statements}"^^<{XSD}integer> <{released.GRAPH}> .\n'
    )


DATA = f"<urn:x:a> <urn:x:p> <urn:x:b> <{G}one> .\n<urn:x:a> <urn:x:p> <urn:x:b> <{G}two> .\n"


def reason(raised: pytest.ExceptionInfo[StoreUnavailable]) -> object:
    return raised.value.details["reason"]


def test_a_whole_release_is_known_by_its_version() -> None:
    store = oxigraph.in_memory((DATA + stated("v1", 2)).encode())
    assert released.version(store) == "v1"
    released.check_whole(store)


def test_graphs_of_others_are_not_counted() -> None:
    store = oxigraph.in_memory((DATA + stated("v1", 2) + "<urn:x:a> <urn:x:p> <urn:x:b> <urn:x:theirs> .\n").encode())
    released.check_whole(store)


@pytest.mark.parametrize("statements", [1, 3])
def test_half_a_release_or_more_than_one_is_refused(statements: int) -> None:
    with pytest.raises(StoreUnavailable, match=f"2 of the {statements}") as raised:
        released.check_whole(oxigraph.in_memory((DATA + stated("v1", statements)).encode()))
    assert reason(raised) == "incomplete"


def test_a_store_that_says_no_version_is_refused() -> None:
    with pytest.raises(StoreUnavailable) as raised:
        released.version(oxigraph.in_memory(DATA.encode()))
    assert reason(raised) == "no-release"


def test_two_versions_on_top_of_each_other_are_refused() -> None:
    with pytest.raises(StoreUnavailable) as raised:
        released.version(oxigraph.in_memory((DATA + stated("v1", 2) + stated("v2", 2)).encode()))
    assert reason(raised) == "several"
