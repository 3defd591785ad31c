from pathlib import Path

from kg.sources.naming import shown
from tests.sources.tree import write


def test_a_file_is_named_from_the_folder_of_the_manifest(tmp_path: Path) -> None:
    write(tmp_path, manifest_toml="", norms__a_ttl="")
    assert shown(tmp_path / "norms/a.ttl") == "norms/a.ttl"


def test_a_file_elsewhere_has_its_bare_name(tmp_path: Path) -> None:
    assert shown(tmp_path / "norms/a.ttl") == "a.ttl"
