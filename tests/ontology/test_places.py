"""Every place of the country is there, and lies where the list of catchment areas says."""

from collections import Counter
from datetime import date

import pytest
from rdflib import SKOS, Literal
from rdflib.term import Node

from tests.ontology.country import DAY, PLACE, RV, above, current, districts, ids, norway, of, place

KONGSVINGER = ("3228", "3401", "3414", "3415", "3416", "3417")


def test_all_municipalities_and_districts_are_there() -> None:
    assert len(current()) == 357
    assert Counter(str(norway().value(d, RV.within)) for d in of("District")) == {
        str(place("0301")): 17,
        str(place("1103")): 9,
        str(place("4601")): 8,
        str(place("5001")): 4,
    }


@pytest.mark.parametrize("sort", ["Municipality", "District"])
def test_each_place_has_its_number_and_lies_within_one_other(sort: str) -> None:
    for node in of(sort):
        assert [f"no-{n}" for n in ids(node, "number")] == [str(node).rpartition("/")[2]]
        assert above(node, "within")[-1] == "norway"


def test_each_municipality_reaches_one_region_or_all_its_districts_do() -> None:
    regions = {"helse-nord-region", "helse-midt-norge-region", "helse-vest-region", "helse-sor-ost-region"}
    for municipality in current():
        parts = districts(municipality)
        assert not (parts and ids(municipality, "servedBy")), municipality
        chains = [above(node) for node in parts or [municipality]]
        assert len({chain[2] for chain in chains} & regions) == 1, municipality
        assert {len(chain) for chain in chains} == {4}, municipality
        assert {chain[3] for chain in chains} == {"norway"}


def test_each_area_ends_in_the_country() -> None:
    assert len(of("CatchmentArea")) == 4 + 21 + 47
    assert {above(area)[-1] for area in of("CatchmentArea")} == {"norway"}


def test_what_the_list_says_counts_from_its_day() -> None:
    served = set(norway().subjects(RV.servedBy)) - set(of("CatchmentArea"))
    assert {str(norway().value(node, RV.servedByAttestedOn)) for node in served} == {DAY}


@pytest.mark.parametrize(
    ("number", "name", "hospital", "trust", "region"),
    [
        ("4627", "Askøy", "haukeland", "helse-bergen", "helse-vest"),
        ("3107", "Fredrikstad", "ostfold", "sykehuset-ostfold", "helse-sor-ost"),
        ("460101", "Arna", "haraldsplass", "helse-bergen", "helse-vest"),
        ("4635", "Gulen", "haraldsplass", "helse-bergen", "helse-vest"),
        ("5512", "Tjeldsund", "harstad", "universitetssykehuset-nord-norge", "helse-nord"),
        ("1580", "Haram", "alesund", "helse-more-og-romsdal", "helse-midt-norge"),
    ],
)
def test_places_that_one_knows(number: str, name: str, hospital: str, trust: str, region: str) -> None:
    assert norway().value(place(number), SKOS.prefLabel) == Literal(name, "nb")
    assert above(place(number)) == [f"{hospital}-hospital-area", f"{trust}-area", f"{region}-region", "norway"]


def test_what_all_districts_share() -> None:
    def shared(municipality: str) -> set[str]:
        return set.intersection(*(set(above(d)) for d in districts(place(municipality))))

    assert shared("0301") == {"helse-sor-ost-region", "norway"}
    assert shared("4601") == {"helse-bergen-area", "helse-vest-region", "norway"}


def former(node: Node) -> list[tuple[str, str, str]]:
    graph = norway()
    found = [
        (ids(f, "area")[0], str(graph.value(f, RV.validFrom) or ""), str(graph.value(f, RV.validTo)))
        for f in graph.objects(node, RV.formerCatchment)
    ]
    return sorted(found, key=lambda f: f[2])


def test_moves_with_a_known_day_are_dated() -> None:
    alna, kongsvinger = place("030112"), place("3401")
    assert ids(alna, "servedBySince") == ["2026-01-01"]
    assert former(alna) == [("akershus-universitetssykehus-area", "", "2025-12-31")]
    assert ids(kongsvinger, "servedBySince") == ["2019-02-01"]
    assert former(kongsvinger) == [("sykehuset-innlandet-area", "", "2019-01-31")]


def test_gulen_went_back_and_forth_as_the_list_was_kept() -> None:
    assert former(place("4635")) == [
        ("helse-forde-area", "", "2020-12-31"),
        ("helse-bergen-area", "2021-01-01", "2022-02-01"),
        ("helse-forde-area", "2022-02-02", "2025-07-08"),
    ]
    assert ids(place("4635"), "servedBySince") == []


def test_periods_in_areas_follow_each_other() -> None:
    for node in set(norway().subjects(RV.formerCatchment)):
        ends = [date.fromisoformat(last) for _, _, last in former(node)]
        starts = [first for _, first, _ in former(node)[1:]] + ids(node, "servedBySince")
        assert [(date.fromisoformat(s) - e).days for s, e in zip(starts, ends, strict=False)] == [1] * len(starts)


def test_a_current_area_with_a_first_day_is_the_one_of_the_list() -> None:
    """The register of moves names the trust again where it tells since when: it must be the list's."""
    since = {str(s): above(s)[1] for s in norway().subjects(RV.servedBySince)}
    assert since == {
        str(place("030112")): "oslo-universitetssykehus-area",
        **{str(place(n)): "akershus-universitetssykehus-area" for n in KONGSVINGER},
    }


@pytest.mark.parametrize("number", ["1577", "1824", "1834", "3216", "4619", "5055"])
def test_what_has_no_day_or_concerns_a_part_is_a_note(number: str) -> None:
    assert former(place(number)) == []
    assert {n.language for n in norway().objects(place(number), SKOS.scopeNote) if isinstance(n, Literal)} == {
        "nb",
        "en",
    }


def test_names_that_several_share_can_be_told_apart() -> None:
    names = Counter(str(norway().value(m, SKOS.prefLabel)) for m in current())
    assert {n for n, count in names.items() if count > 1} == {"Herøy", "Våler"}
    for number, name in {"3114": "Våler (Østfold)", "3419": "Våler (Innlandet)", "1818": "Herøy (Nordland)"}.items():
        assert (place(number), SKOS.altLabel, Literal(name, "nb")) in norway()
    assert (place("0236"), SKOS.altLabel, Literal("Nes (Akershus)", "nb")) in norway()


def test_areas_of_district_psychiatric_centres_are_kept_as_names() -> None:
    assert ids(place("1804"), "dpsArea") == ["Salten"]
    assert len(list(norway().subject_objects(RV.dpsArea))) == 80


@pytest.mark.parametrize(
    ("area", "names"),
    [
        (
            "helse-bergen-area",
            {
                "Helse Bergens opptaksområde@nb",
                "opptaksområdet til Helse Bergen@nn",
                "catchment area of Helse Bergen@en",
            },
        ),
        (
            "diakonhjemmet-sykehus-area",
            {
                "Diakonhjemmet Sykehus’ opptaksområde@nb",
                "opptaksområdet til Diakonhjemmet Sykehus@nn",
                "catchment area of Diakonhjemmet Sykehus@en",
            },
        ),
        (
            "haukeland-hospital-area",
            {
                "lokalsykehusområdet Haukeland@nb",
                "lokalsjukehusområdet Haukeland@nn",
                "Haukeland local hospital area@en",
            },
        ),
    ],
)
def test_areas_have_names_in_three_languages(area: str, names: set[str]) -> None:
    labels = norway().objects(PLACE[area], SKOS.prefLabel)
    assert {f"{label}@{label.language}" for label in labels if isinstance(label, Literal)} == names
