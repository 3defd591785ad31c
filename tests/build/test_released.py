"""A release says which version it is and how much it holds, and carries what an engine is probed with."""

from pathlib import Path

import pytest
from rdflib import Dataset, URIRef

from kg.build import quads, release
from kg.build.released import describe
from kg.core.settings import Settings
from kg.store import oxigraph, probe, released, versions
from kg.store.port import Store


def store(folder: Path) -> Store:
    dataset = Dataset(default_union=True)
    for name in "ab":
        dataset.graph(URIRef(f"https://w3id.org/rettvei/graph/{name}")).parse(data="[] a <urn:x:c>.", format="turtle")
    describe(dataset, "abc123")
    quads.write(dataset, folder / "graph.nq")
    return oxigraph.in_memory((folder / "graph.nq").read_bytes())


def test_a_release_names_its_version_and_is_whole(tmp_path: Path) -> None:
    found = store(tmp_path)
    assert released.version(found) == "abc123"
    released.check_whole(found)
    probe.check(found)


@pytest.mark.usefixtures("no_java")
def test_a_build_is_such_a_release(settings: Settings) -> None:
    report = release.build(settings)
    found = versions.current(settings.home).open()
    assert released.version(found) == report.kg_version
    released.check_whole(found)
    probe.check(found)
    assert report.graphs[released.GRAPH] == 3
    assert released.GRAPH not in report.digests
