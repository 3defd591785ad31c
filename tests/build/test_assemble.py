"""One named graph a file; all broken files are told at once."""

from pathlib import Path

import pytest
from rdflib import URIRef

from kg.build.assemble import assemble
from kg.core.errors import BuildError, SourceError
from kg.core.iris import GRAPH
from tests.build import planting


def test_each_file_is_a_named_graph(tmp_path: Path) -> None:
    dataset = assemble(planting.ontology(tmp_path))
    sizes = {str(g.identifier).removeprefix(GRAPH): len(g) for g in dataset.graphs() if len(g)}
    assert sizes["norms/norm"] == 11
    assert sizes["tables/places"] == 12
    assert "shapes/meta/norms" not in sizes
    assert len(dataset) == sum(sizes.values())


def test_every_broken_file_is_told(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    (folder / "norms/a.ttl").write_text("norm:x a", "utf-8")
    (folder / "tables/places.csv").write_text("number,name,area\n1001,Vik\n", "utf-8")
    with pytest.raises(BuildError) as raised:
        assemble(folder)
    first, second = raised.value.details["problems"]  # type: ignore[misc]
    assert str(first).startswith("norms/a.ttl:1: this is no Turtle")
    assert second == "tables/places.csv, row 2: 2 cells where the head has 3"


def test_a_missing_manifest_is_a_source_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"manifest\.toml"):
        assemble(tmp_path)


def test_the_default_graph_is_the_union(tmp_path: Path) -> None:
    dataset = assemble(planting.ontology(tmp_path))
    assert (URIRef("https://w3id.org/rettvei/id/norm/planted"), None, None) in dataset
