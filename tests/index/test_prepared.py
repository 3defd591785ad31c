"""What lies ready of an index is never that of another one."""

from dataclasses import replace

from tests import real


def test_an_index_made_of_another_has_nothing_ready() -> None:
    index = real.index()
    index.prepared.once("key", lambda: "of this one")
    assert replace(index, version="other").prepared.once("key", lambda: "of the other") == "of the other"
