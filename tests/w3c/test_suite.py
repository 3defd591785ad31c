"""The suite is whole, and nothing of it is passed over unseen."""

from collections import Counter

from tests.w3c import suite
from tests.w3c.failing import listed

UPDATES = {"UpdateEvaluationTest", "PositiveUpdateSyntaxTest11", "NegativeUpdateSyntaxTest11"}
READ_ONLY = UPDATES | {"GraphStoreProtocolTest"}
"""Left out: they change the store, and everything here only reads."""
OVER_HTTP = {"ProtocolTest", "ServiceDescriptionTest"}
"""Run as requests."""


def test_every_sort_of_test_is_run_or_left_out() -> None:
    found: Counter[str] = Counter()
    for folder in suite.folders():
        store = suite.manifest(folder)
        found.update(suite.sort(store, entry) for entry in suite.entries(store))
    assert set(found) == {*suite.QUERIES, *OVER_HTTP, *READ_ONLY}
    assert found[suite.EVALUATION] > 590
    assert found["ProtocolTest"] > 30


def test_what_is_listed_is_in_the_suite() -> None:
    names = {
        f"{folder}#{suite.value(entry).rpartition('#')[2]}"
        for folder in suite.folders()
        for entry in suite.entries(suite.manifest(folder))
    }
    assert listed().keys() <= names
