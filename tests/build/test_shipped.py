"""The ontology as shipped: it breaks no shape, contradicts nothing, and what is built is what is asked."""

from pathlib import Path

import pytest

from kg.build import reason, release
from kg.core.iris import GRAPH
from kg.core.settings import Settings
from kg.store import versions

MILD = (
    "nothing uses this term: use it or take it out.",
    "Nobody can look this up: add dct:source with the address, or dct:identifier.",
)


@pytest.mark.java
def test_the_shipped_ontology_builds_with_reasoner_and_shapes(tmp_path: Path) -> None:
    report = release.build(Settings(home=tmp_path, require_reasoner=True))
    assert report.reasoner == reason.NAME
    assert [w for w in report.warnings if not w.endswith(MILD)] == []
    graphs = {name.removeprefix(GRAPH) for name in report.graphs}
    assert {"inferred", "vocabulary/norms", "alignments/skos", "jurisdictions/no/tables/units"} <= graphs
    store = versions.current(tmp_path).open()
    asked = {
        str(row[0]).removeprefix(GRAPH) for row in store.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }").rows
    }
    assert asked == graphs
