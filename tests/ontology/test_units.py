"""Trusts and the units that the register lists."""

from collections import Counter

import pytest
from rdflib import RDF, SKOS, Literal, Namespace, URIRef

from kg.core.iris import ID, local_id
from kg.sources import turtle
from tests.ontology.country import FOLDER, ORG, RV, ids, norway

UNIT, ORGANISATION = Namespace(f"{ID}unit/"), Namespace(f"{ID}organisation/")


def units() -> list[URIRef]:
    return sorted(u for u in norway().subjects(RV.listedOn) if isinstance(u, URIRef))


def kinds(unit: URIRef) -> set[str]:
    return {local_id(str(k)) for k in norway().objects(unit, ORG.classification)}


def test_each_trust_has_a_number_and_an_area() -> None:
    regional = {ORGANISATION[f"helse-{region}-rhf"] for region in ("nord", "midt-norge", "vest", "sor-ost")}
    trusts = set(norway().subjects(RV.runsArea)) - regional
    assert len(trusts) == 21
    assert all(len(ids(t, "organisationNumber")) == len(ids(t, "runsArea")) == 1 for t in trusts)
    assert ids(ORGANISATION["983974724"], "runsArea") == ["helse-bergen-area"]


def test_every_unit_has_a_kind_that_exists_and_a_day() -> None:
    known = set()
    for file in (FOLDER / "actors").glob("*.ttl"):
        known |= {local_id(str(k)) for k in turtle.read(file).subjects(RDF.type, RV.UnitKind)}
    assert len(units()) == 404
    for unit in units():
        assert kinds(unit), unit
        assert kinds(unit) <= known, unit
        assert ids(unit, "organisationNumber") == [local_id(unit)]
        assert ids(unit, "listedOn") == ["2026-08-17"]


def test_every_unit_has_a_trust_with_an_area_or_is_private() -> None:
    private = set()
    for unit in units():
        trusts = list(norway().objects(unit, ORG.unitOf))
        if (unit, RDF.type, ORG.OrganizationalUnit) in norway():
            assert [len(ids(t, "runsArea")) for t in trusts] == [1], unit
        else:
            assert not trusts, unit
            private.add(unit)
    assert len(private) == 34


def test_kinds_are_spread_as_listed() -> None:
    assert Counter(k for u in units() for k in kinds(u)) == {
        "dps": 121,
        "bup": 109,
        "tsb-institution": 94,
        "mental-health-unit": 77,
        "adult-outpatient-clinic": 13,
        "lar-unit": 3,
    }


@pytest.mark.parametrize(
    ("number", "name", "registered", "found"),
    [
        (
            "974320029",
            "Helse Bergen HF, avdeling for rusmedisin, Askøy",
            "HELSE BERGEN HF AVDELING FOR RUSMEDISIN ASKØY",
            {"tsb-institution"},
        ),
        (
            "975326829",
            "Sykehuset Østfold HF, voksenpsykiatrisk poliklinikk Fredrikstad",
            "SYKEHUSET ØSTFOLD HF VOKSENPSYKIATRISK POLIKLINIKK FREDRIKSTAD",
            {"adult-outpatient-clinic"},
        ),
        (
            "997018435",
            "Nordlandssykehuset HF, Salten DPS rusbehandling, Rønvik",
            "NORDLANDSSYKEHUSET HF SALTEN DPS RUSBEHANDLING - RØNVIK",
            {"dps", "tsb-institution"},
        ),
    ],
)
def test_units_that_one_knows(number: str, name: str, registered: str, found: set[str]) -> None:
    unit = UNIT[number]
    assert norway().value(unit, SKOS.prefLabel) == Literal(name, "nb")
    assert norway().value(unit, SKOS.altLabel) == Literal(registered, "nb")
    assert kinds(unit) == found


def test_no_name_is_shouted() -> None:
    assert [n for u in units() if (n := str(norway().value(u, SKOS.prefLabel))).isupper()] == []
