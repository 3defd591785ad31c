"""Names in, as people write them (contracts: ids, IRIs, any label, codes, places by their day)."""

from datetime import date

import pytest

from kg.core.errors import AmbiguousName, UnknownName
from kg.index.names import EARLIER_NAME, LATER_NAME
from tests import real

TODAY = date(2026, 9, 1)


def kind(value: str) -> str:
    return real.index().names.find("referrer", value, "kind", real.index().kinds.roles, "norway")


def place(value: str, on: date = TODAY) -> tuple[str, tuple[str, ...]]:
    return real.index().names.find_place("place", value, on)


@pytest.mark.parametrize(
    "name",
    [
        "gp",
        "https://w3id.org/rettvei/id/kind/gp",
        "fastlege",
        "Fastlege",
        "  FASTLEGE ",
        "GP",
        "general practitioner",
        "general  Practitioner",
    ],
)
def test_a_role_answers_to_all_its_names(name: str) -> None:
    assert kind(name) == "gp"


def test_a_role_answers_to_its_code() -> None:
    assert kind("9060|LE") == "doctor"


def test_a_unit_is_no_role() -> None:
    with pytest.raises(UnknownName):
        kind("dps")


def test_a_name_that_nothing_has_is_told_with_the_closest() -> None:
    with pytest.raises(UnknownName) as caught:
        kind("fastlge")
    said = caught.value.details
    assert (said["parameter"], said["value"]) == ("referrer", "fastlge")
    assert isinstance(said["closest"], list)
    assert said["closest"][0] == "gp"


@pytest.mark.parametrize(
    ("value", "on", "found"),
    [
        ("Askøy", TODAY, ("no-4627", ())),
        ("4627", TODAY, ("no-4627", ())),
        ("Askøy", date(2015, 1, 1), ("no-1247", ())),
        ("1247", TODAY, ("no-1247", (EARLIER_NAME,))),
        ("4627", date(2015, 1, 1), ("no-4627", (LATER_NAME,))),
        ("https://w3id.org/rettvei/id/place/no-4627", TODAY, ("no-4627", ())),
        ("Trondheim", date(2010, 1, 1), ("no-1601", ())),
        ("gamle oslo", TODAY, ("no-030101", ())),
        ("norway", TODAY, ("norway", ())),
    ],
)
def test_a_place_is_the_one_of_its_day(value: str, on: date, found: tuple[str, tuple[str, ...]]) -> None:
    assert place(value, on) == found


def test_two_municipalities_of_one_name_are_to_choose_from() -> None:
    with pytest.raises(AmbiguousName) as caught:
        place("Herøy")
    assert caught.value.details == {"parameter": "place", "value": "Herøy", "choices": ["no-1515", "no-1818"]}


def test_a_place_without_its_letter_is_found_nearby() -> None:
    with pytest.raises(UnknownName) as caught:
        place("Askoy")
    assert "no-4627" in str(caught.value.details["closest"])


@pytest.mark.parametrize("condition", ["acts-as-social-service", "is-a-gp", "in-no-4627", "works-at-another-hospital"])
def test_a_condition_is_one_of_the_graph_or_one_that_an_answer_made(condition: str) -> None:
    assert real.index().names.find_condition("holds", condition) == condition


@pytest.mark.parametrize("condition", ["acts-as-nobody", "in-nowhere", "is-a-"])
def test_a_condition_on_nothing_is_unknown(condition: str) -> None:
    with pytest.raises(UnknownName):
        real.index().names.find_condition("holds", condition)
