"""Older numbers and names, by date."""

from rdflib import SKOS, Literal

from tests.ontology.country import RV, current, ids, norway, of, place


def ends(number: str) -> set[str]:
    """Where a number leads in the end."""
    nexts = ids(place(number), "succeededBy")
    return {end for n in nexts for end in ends(n.removeprefix("no-"))} if nexts else {number}


def test_every_old_number_leads_to_current_ones() -> None:
    today = {n for m in current() for n in ids(m, "number")}
    old = {n for m in of("Municipality") for n in ids(m, "number")} - today
    assert len(old) == 521
    assert {number for number in old if not ends(number) <= today} == set()


def test_chains_over_several_changes() -> None:
    assert ids(place("0106"), "succeededBy") == ["no-3004"]
    assert ends("0103") == ends("0106") == {"3107"}
    assert ends("0717") == {"3901"}
    assert ends("1702") == {"5006"}


def test_a_municipality_that_was_divided_has_several_successors() -> None:
    assert ids(place("1850"), "succeededBy") == ["no-1806", "no-1875"]
    assert ids(place("5012"), "succeededBy") == ["no-5055", "no-5056", "no-5059"]
    assert ids(place("1507"), "succeededBy") == ["no-1508", "no-1580"]
    divided = {str(m) for m in of("Municipality") if len(ids(m, "succeededBy")) > 1}
    assert divided == {str(place(n)) for n in ("1507", "1850", "5012")}


def test_first_and_last_days_are_turns_of_the_year() -> None:
    assert (ids(place("0106"), "validFrom"), ids(place("0106"), "validTo")) == (["1994-01-01"], ["2019-12-31"])
    assert (ids(place("3107"), "validFrom"), ids(place("3107"), "validTo")) == (["2024-01-01"], [])
    for m in of("Municipality"):
        first, last = ids(m, "validFrom"), ids(m, "validTo")
        assert max(len(first), len(last)) <= 1, m
        assert not (first and last) or first[0] < last[0], m


def test_a_successor_begins_when_the_old_one_ends_or_was_there_before() -> None:
    for m in of("Municipality"):
        last = ids(m, "validTo")
        for successor in ids(m, "succeededBy"):
            first = ids(place(successor.removeprefix("no-")), "validFrom")
            assert not first or int(first[0][:4]) <= int(last[0][:4]) + 1, (m, successor)


def test_a_municipality_that_only_grew_keeps_its_first_day() -> None:
    assert ids(place("1804"), "validFrom") == ids(place("1103"), "validFrom") == []
    assert ids(place("5001"), "validFrom") == ["2018-01-01"]


def test_old_places_have_their_own_name() -> None:
    assert norway().value(place("0616"), SKOS.prefLabel) == Literal("Nes", "nb")
    assert norway().value(place("3040"), SKOS.prefLabel) == Literal("Nesbyen", "nb")
    assert (place("3040"), RV.within, None) in norway()
