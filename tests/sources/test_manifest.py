from pathlib import Path

import pytest

from kg.core.errors import SourceError
from kg.core.iris import GRAPH
from kg.core.settings import Settings
from kg.sources.manifest import Module, load
from tests.sources.tree import write

TTL = "<http://example.org/a> a <http://example.org/B> .\n"


def good(root: Path) -> Path:
    manifest = 'modules = ["words", "places.ttl", "tables"]\nshapes = ["shapes"]\nalignments = ["alignments"]\n'
    write(root, manifest_toml=manifest, words__b_ttl=TTL, words__a_ttl=TTL, words__deep__c_ttl=TTL, places_ttl=TTL)
    write(root, tables__units_csv="id\na\n", tables__units_rq="CONSTRUCT", shapes__s_ttl=TTL)
    return write(root, alignments__org_ttl=TTL, alignments__org_rq="CONSTRUCT")


def test_a_folder_stands_for_its_files_by_name(tmp_path: Path) -> None:
    manifest = load(good(tmp_path))
    found = [module.path for module in manifest.modules]
    assert found == ["words/a.ttl", "words/b.ttl", "words/deep/c.ttl", "places.ttl", "tables/units.csv"]
    assert manifest.shapes == (Module("shapes/s.ttl"),)
    assert manifest.alignments == (Module("alignments/org.ttl"),)
    assert manifest.constructs == ("alignments/org.rq",)


def test_a_module_has_a_named_graph() -> None:
    assert Module("jurisdictions/no/tables/units.csv").graph == f"{GRAPH}jurisdictions/no/tables/units"


def test_our_own_ontology_loads() -> None:
    assert load(Settings().ontology).modules


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"manifest_toml": "modules = ["}, "manifest.toml: this is not TOML"),
        ({"manifest_toml": "modules = []"}, "manifest.toml: 'modules' is empty"),
        ({"manifest_toml": 'modules = "words"'}, "manifest.toml: 'modules' must be a list of paths"),
        ({"manifest_toml": 'models = ["words"]'}, "manifest.toml: unknown list 'models'"),
        ({"manifest_toml": 'modules = ["wrods"]'}, "manifest.toml: 'wrods' is listed but does not exist"),
        ({"manifest_toml": 'modules = ["../words"]'}, "manifest.toml: '../words' lies outside the ontology"),
        ({"manifest_toml": 'modules = ["words", "words/a.ttl"]'}, "manifest.toml: 'words/a.ttl' is listed twice"),
        ({"tables__units_ttl": TTL}, "'tables/units.ttl' would share a named graph with 'tables/units.csv'"),
        ({"lost__new_ttl": TTL}, "lost/new.ttl: no entry of manifest.toml covers this file"),
        ({"tables__more_csv": "id\na\n"}, "tables/more.csv: this table has no .rq of the same name"),
        ({"tables__more_rq": "CONSTRUCT"}, "tables/more.rq: there is no table of that name beside this query"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, files: dict[str, str], message: str) -> None:
    root = write(good(tmp_path), **files)
    with pytest.raises(SourceError) as raised:
        load(root)
    assert message in raised.value.message


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (good(tmp_path) / "shapes/s.ttl").unlink()
    with pytest.raises(SourceError, match=r"the folder 'shapes' is listed but holds no \.ttl and no \.csv"):
        load(tmp_path)


def test_a_missing_manifest_is_an_error_without_the_path_of_the_server(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        load(tmp_path)
    assert raised.value.message == "manifest.toml: there is no manifest here"
