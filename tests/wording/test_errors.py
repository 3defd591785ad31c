import pytest

from kg.core.errors import UnknownName
from kg.wording.errors import explained, problem
from kg.wording.words import load


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("gp\x1b[2J\nGP", "gp [2J GP"),
        ("å" * 121, "å" * 120 + "…"),
        ("å" * 120, "å" * 120),
    ],
)
def test_what_was_typed_is_repeated_on_one_line_and_not_at_length(typed: str, said: str) -> None:
    error = UnknownName("No such.", parameter="referrer", value=typed, closest=[])
    assert explained(error, load("en")).detail == f"We know of no “{said}” (referrer)."


def test_a_list_is_said_as_people_write_one() -> None:
    assert problem("unsupported-media-type", load("en"), {"readable": ["a/b", "c/d"]}).detail == "Send a/b, c/d."


@pytest.mark.parametrize(("language", "seconds", "said"), [("nb", 3.0, "3 "), ("nb", 0.5, "0,5 "), ("en", 0.5, "0.5 ")])
def test_numbers_are_written_as_people_do(language: str, seconds: float, said: str) -> None:
    assert f" {said}se" in problem("out-of-time", load(language), {"seconds": seconds}).detail
