"""What is planted in a small ontology is found, explained, and named with file and line or row; nothing half-built is left."""

from pathlib import Path

import pytest

from kg.build import release
from kg.core.errors import BuildError, RettveiError
from kg.store import versions
from tests.build import planting

BEARER = "rv:bearer kind:doctor ;"


def problems(root: Path) -> str:
    with pytest.raises(BuildError) as found:
        release.build(planting.settings(root))
    return "\n".join(map(str, found.value.details["problems"]))


def test_what_is_sound_builds_and_becomes_current(tmp_path: Path) -> None:
    planting.ontology(tmp_path)
    report = release.build(planting.settings(tmp_path))
    assert versions.current(tmp_path / "home").id == report.kg_version
    assert release.build(planting.settings(tmp_path)).reused


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("a rv:Permission", "a rv:Permision", "Permision"),
        ("rv:basis provision:rule ;", "", "has no basis"),
        ("rv:place place:land", "rv:place kind:doctor", "takes only"),
    ],
    ids=["misspelt class", "no basis", "a role as place"],
)
def test_what_is_missing_or_misspelt(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = planting.ontology(tmp_path)
    planting.plant(folder, planting.NORM.replace(old, new).replace("norm:planted", "norm:faulty"))
    found = problems(tmp_path)
    assert said in found
    assert "norms/planted.ttl:" in found


def test_broken_turtle(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    planting.plant(folder, "norm:faulty a rv:Permission ;;; nonsense")
    assert f"planted.ttl:{planting.FIRST}" in problems(tmp_path)


def test_a_kind_above_itself(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    planting.plant(folder, "kind:doctor rv:kindOf kind:doctor .")
    assert "kind/doctor: The kind stands above itself" in problems(tmp_path)


@pytest.mark.java
def test_a_norm_that_is_permission_and_prohibition(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    planting.plant(folder, "norm:planted a rv:Prohibition .")
    assert "planted" in problems(tmp_path)


def test_a_failed_build_leaves_the_current_version(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    sound = release.build(planting.settings(tmp_path)).kg_version
    planting.plant(folder, "norm:faulty a rv:Permission .")
    with pytest.raises(RettveiError):
        release.build(planting.settings(tmp_path))
    assert versions.current(tmp_path / "home").id == sound
    assert not [d for d in versions.folder(tmp_path / "home").iterdir() if d.name.startswith(".") and d.is_dir()]
