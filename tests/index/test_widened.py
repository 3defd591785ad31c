"""What a question says of its own actor, action or receiver counts as if the graph said so."""

from datetime import date
from itertools import product

import pytest

from kg.core.errors import UnknownName
from kg.decisions.permission import check
from kg.index.compile import compile_index
from kg.index.index import Index
from kg.index.resolve import resolve
from kg.index.widened import may_be, told, widened
from kg.model.decision import Decision
from kg.model.question import Also, Asked, Question
from kg.queries import registry
from kg.store.oxigraph import in_memory
from tests import real
from tests.worlds import small

DAY = date(2026, 11, 24)
KIND = "<https://w3id.org/rettvei/id/kind/{}>"
KIND_OF = "<https://w3id.org/rettvei/ns#kindOf>"
ALICE_IS_ADMIN = Also("kind", "alice", "admin")
ARCHIVED = Also("kind", "record-1", "archived-record")


@pytest.fixture(scope="module")
def index() -> Index:
    return small.index("access")


def stated(*also: Also) -> Index:
    """The world in which the graph says so itself."""
    lines = [f"{KIND.format(a.id)} {KIND_OF} {KIND.format(a.kind)} .\n" for a in also]
    store = in_memory(small.triples("access") + "".join(lines).encode())
    return compile_index(store, registry.load(small.ROOT / "queries"), small.VERSION)


def question(index: Index, referrer: str, receiver: str, action: str, *also: Also) -> Question:
    return resolve(index, Asked(referrer=referrer, receiver=receiver, action=action), DAY, also)


def outcome(decision: Decision) -> tuple[object, ...]:
    lists = (decision.reasons, decision.support, decision.displaced, decision.undecided)
    return decision.outcome, *([m.norm.id for m in found] for found in lists)


@pytest.mark.parametrize("also", [(ALICE_IS_ADMIN,), (ARCHIVED,), (ALICE_IS_ADMIN, ARCHIVED)])
def test_it_counts_as_if_the_graph_said_so(index: Index, also: tuple[Also, ...]) -> None:
    other, differs = stated(*also), 0
    for referrer, receiver in product(("alice", "bob", "user"), ("record-1", "record-2", "record")):
        for action in ("read", "write", "delete", "soft-delete", "share"):
            asked = question(index, referrer, receiver, action)
            said = check(index, question(index, referrer, receiver, action, *also))
            assert outcome(said) == outcome(check(other, asked)), (referrer, receiver, action)
            differs += outcome(said) != outcome(check(index, asked))
    assert differs


def test_it_holds_of_what_it_is_said_of_alone(index: Index) -> None:
    plain, said = (question(index, "bob", "record-1", "write", *also) for also in ((), (ALICE_IS_ADMIN,)))
    assert outcome(check(index, said)) == outcome(check(index, plain))


def test_it_leaves_the_index_as_it_is(index: Index) -> None:
    before = index.kinds.up["alice"]
    wide = widened(index, frozenset({ALICE_IS_ADMIN}))
    assert (index.kinds.up["alice"], wide.kinds.up["alice"]) == (before, before | {"admin"})
    assert widened(index, frozenset()) is index


@pytest.mark.parametrize(
    ("also", "may"),
    [
        (ALICE_IS_ADMIN, True),
        (ARCHIVED, True),
        (Also("action", "delete", "soft-delete"), True),
        (Also("action", "read", "soft-delete"), False),
        (Also("kind", "alice", "user"), False),
        (Also("kind", "record-1", "admin"), False),
        (Also("kind", "alice", "archived-record"), False),
        (Also("kind", "nobody", "admin"), False),
        (Also("kind", "alice", "nothing"), False),
        (Also("nothing", "alice", "admin"), False),
    ],
)
def test_only_what_bears_a_notation_and_narrows_the_thing_may_be_said(index: Index, also: Also, may: bool) -> None:
    assert may_be(index, also) is may
    if not may:
        with pytest.raises(UnknownName):
            question(index, "alice", "record-1", "read", also)


def test_a_notation_tells_the_kinds_that_bear_it(index: Index) -> None:
    assert told(index, "kind", "alice", "role=admin") == {ALICE_IS_ADMIN}
    assert told(index, "kind", "bob", "role=admin") == set(), "known of him already"
    assert told(index, "kind", "alice", "role=guest") is None
    assert told(index, "kind", "record-1", "role=admin") is None
    assert told(index, "action", "delete", "soft=true") == {Also("action", "delete", "soft-delete")}


def test_members_of_types_are_those_of_the_classes_below_too() -> None:
    index = real.index()
    kinds, types = index.kinds, index.access
    assert types.subjects == {"role": kinds.roles, "unit": kinds.units}
    assert types.resources == {"unit": kinds.units, "service": kinds.services}
    assert kinds.professions <= types.subjects["role"]
