"""Contradictions planted in an ontology that builds: each is found, said in plain words, and named with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.build import release
from kg.core.errors import BuildError
from kg.store import versions
from tests.build import planting
from tests.build.planting import FIRST, NORM, ROWS, TABLE

BAD = NORM.replace("norm:planted", "norm:bad")
NAMED = 'skos:prefLabel "a"@nb , "a"@en'
DEFINED = f'{NAMED} ; skos:definition "a"@nb , "a"@en'
SIGN = f"action:sign a rv:PersonalAction ; {DEFINED} .\nkind:office a rv:UnitKind ; {DEFINED} .\n"
FINDING = f"finding:bad a rv:Finding ; rv:authority authority:act ; rv:inStudy study:one ; {NAMED} .\n"
CIRCLE = "".join(
    f"kind:{a} a rv:UnitKind ; rv:kindOf kind:{b} ; {DEFINED} .\n".replace('"a"', f'"{a}"')
    for a, b in ("xy", "yz", "zx")
)
ABOVE_ITSELF = "The kind stands above itself: take out one of the links rv:kindOf and rv:partOf."

Edit = Callable[[Path], object]
AT = "norms/planted.ttl"


def norm(old: str, new: str) -> Edit:
    assert old in BAD
    return lambda folder: planting.plant(folder, BAD.replace(old, new))


def area(name: str) -> Edit:
    text = TABLE.replace("Nes,area", f"Nes,{name}")
    return lambda folder: (folder / "tables/places.csv").write_text(text, "utf-8")


def closed_area(folder: Path) -> None:
    """The same, where the table of areas is a register too and the header says so."""
    area("aera")(folder)
    (folder / "tables/areas.csv").write_text("id\narea\n", "utf-8")
    means = "# key: id\n# column: id required — the id\n" + ROWS[ROWS.index("PREFIX") : ROWS.index("CONSTRUCT")]
    made = (
        'CONSTRUCT { ?a skos:altLabel "område"@nb } WHERE { ?row col:id ?id BIND(IRI(CONCAT(STR(place:), ?id)) AS ?a) }'
    )
    (folder / "tables/areas.rq").write_text(means + made, "utf-8")
    column = "# column: area required"
    (folder / "tables/places.rq").write_text(ROWS.replace(column, f"{column} in areas.csv:id"), "utf-8")


PLANTED: dict[str, tuple[Edit, list[str]]] = {
    "a norm that is both permission and prohibition": (
        norm("a rv:Permission", "a rv:Permission , rv:Prohibition"),
        [f"{AT}:{FIRST}: norm/bad: Choose exactly one of permission, prohibition, duty, recommendation and mandate."],
    ),
    "a role as place": (
        norm("place:land", "kind:doctor"),
        [
            f"{AT}:{FIRST + 3}: norm/bad (kind/doctor): “in place” takes only place, which this is not: "
            "mend the spelling, choose another, or add the term."
        ],
    ),
    "a misspelt class": (
        norm("rv:Permission", "rv:Permision"),
        [f"{AT}:{FIRST}: Permision: Unknown property or class in rv: mend the spelling, or add it to the vocabulary."],
    ),
    "a misspelt property": (
        norm("    rv:fact", "    rv:fakt"),
        [
            f"{AT}:{FIRST + 7}: fakt: Unknown property or class in rv: mend the spelling, or add it to the vocabulary.",
        ],
    ),
    "a norm without basis": (
        norm("    rv:basis provision:rule ;\n", ""),
        [f"{AT}:{FIRST}: norm/bad: The norm has no basis: add rv:basis with a provision, a clause or a finding."],
    ),
    "a table row with an unknown area": (
        area("aera"),
        [
            "tables/places.csv, row 3: place/no-1002 (place/aera): “served by” takes only place, which this is not: "
            "mend the spelling, choose another, or add the term."
        ],
    ),
    "a table row with an area that is not in the table of areas": (
        closed_area,
        ["tables/places.csv, row 3: 'area' is 'aera', which is not in areas.csv:id"],
    ),
    "an authority that does not fit its basis": (
        lambda folder: planting.plant(folder, FINDING),
        [
            f"{AT}:{FIRST}: finding/bad (authority/act): “has authority” on finding takes only reported authority: "
            "choose another value, or mend what sort of term this is."
        ],
    ),
    "a circle of kinds": (
        lambda folder: planting.plant(folder, CIRCLE),
        [f"{AT}:{FIRST + line}: kind/{name}: {ABOVE_ITSELF}" for line, name in enumerate("xyz")],
    ),
    "broken Turtle": (
        norm("rv:action action:assess", "rv:action ; action:assess"),
        [f"{AT}:{FIRST + 2}: this is no Turtle: objectList expected"],
    ),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A root whose ontology was built once, so that there is a current version to keep."""
    planting.ontology(tmp_path)
    version = versions.at(tmp_path / "home", "earlier")
    version.directory.mkdir(parents=True)
    (version.directory / "stamp.json").write_text('{"builtAt": "2026-01-01T00:00:00+00:00"}')
    versions.point_to(tmp_path / "home", version)
    return tmp_path


@pytest.mark.parametrize("fault", PLANTED)
def test_fault_is_found_and_named_and_the_current_version_stays(fault: str, home: Path) -> None:
    edit, problems = PLANTED[fault]
    edit(home / "ontology")
    with pytest.raises(BuildError) as raised:
        release.build(planting.settings(home))
    assert raised.value.details["problems"] == problems
    assert [v.id for v in versions.known(home / "home")] == ["earlier"]
    assert versions.current(home / "home").id == "earlier"


@pytest.mark.java
@pytest.mark.soak
def test_reasoner_names_who_bears_what_only_a_person_can_do(home: Path) -> None:
    office = BAD.replace("kind:doctor", "kind:office").replace("action:assess", "action:sign")
    planting.plant(home / "ontology", SIGN + office)
    with pytest.raises(BuildError) as raised:
        release.build(planting.settings(home))
    problems = [str(p) for p in raised.value.details["problems"]]  # type: ignore[attr-defined]
    assert {p for p in problems if not p.startswith("vocabulary/")} == {
        f"{AT}:{FIRST}: action/sign type PersonalAction",
        f"{AT}:{FIRST + 1}: kind/office type UnitKind",
        f"{AT}:{FIRST + 3}: norm/bad bearer kind/office",
        f"{AT}:{FIRST + 4}: norm/bad has action action/sign",
    }
    axioms = [p.partition(": ")[2] for p in problems if p.startswith("vocabulary/")]
    assert "Only a role can bear a norm on a personal action." in axioms
    assert "Every actor kind is exactly one of these, never two: role kind, unit kind." in axioms
    assert versions.current(home / "home").id == "earlier"


def test_without_faults_it_builds(home: Path) -> None:
    report = release.build(planting.settings(home))
    assert versions.current(home / "home").id == report.kg_version
