"""The description passes the official shapes of DCAT-AP-NO, and they would tell if it did not."""

from pathlib import Path

import pytest
from rdflib import DCAT, DCTERMS, OWL, RDF, SKOS, Graph, Namespace, URIRef

from kg.core.settings import Settings
from kg.model.finding import Severity
from kg.publishing import release
from kg.validation import run as shacl
from tests import real

SHAPES = Path(__file__).parent / "dcat_ap_no"
LISTS = "http://publications.europa.eu/resource/authority/"
DATASET = URIRef("https://w3id.org/rettvei/id/dataset/rettvei")
VOID = Namespace("http://rdfs.org/ns/void#")


def described(settings: Settings, folder: Path) -> Graph:
    release.write(settings, folder)
    return Graph().parse(folder / "dcat.ttl", format="turtle", publicID="https://data.example.no/rettvei/dcat.ttl")


def problems(graph: Graph) -> list[tuple[str, str]]:
    """What the official shapes say. They look up each value's list, which the values' own addresses tell."""
    shapes, data = Graph(), graph + Graph()
    for file in SHAPES.glob("*.ttl"):
        shapes.parse(file, format="turtle")
    for value in set(graph.objects()):
        if str(value).startswith(LISTS):
            data.add((value, SKOS.inScheme, URIRef(str(value).rpartition("/")[0])))
    return sorted((f.path or "", f.message("nb")) for f in shacl.run(data, shapes) if f.severity is not Severity.INFO)


@pytest.mark.parametrize("contact", ["", "post@rettvei.example.no", "https://rettvei.example.no/om"])
def test_it_passes_the_official_shapes(settings: Settings, tmp_path: Path, contact: str) -> None:
    graph = described(Settings(home=settings.home, contact=contact), tmp_path / "out")
    assert problems(graph) == []


@pytest.mark.parametrize("left_out", [DCTERMS.publisher, DCTERMS.identifier, DCAT.theme, DCTERMS.title])
def test_the_shapes_tell_what_is_missing(settings: Settings, tmp_path: Path, left_out: URIRef) -> None:
    graph = described(settings, tmp_path / "out")
    graph.remove((DATASET, left_out, None))
    assert problems(graph) != []


def test_it_names_version_period_files_and_both_languages(settings: Settings, tmp_path: Path) -> None:
    graph = described(settings, tmp_path / "out")
    assert str(graph.value(DATASET, OWL.versionInfo)) == "test"
    assert {t.language for t in graph.objects(DATASET, DCTERMS.title)} == {"nb", "en"}
    period = graph.value(DATASET, DCTERMS.temporal)
    assert "1999" <= str(graph.value(period, DCAT.startDate))[:4] <= "2012"
    files = {str(u) for u in graph.objects(None, DCAT.downloadURL)}
    assert files == {f"https://data.example.no/rettvei/{name}" for name in release.GRAPHS}
    for distribution in graph.subjects(RDF.type, DCAT.Distribution):
        name = str(graph.value(distribution, DCAT.downloadURL)).rpartition("/")[2]
        assert int(str(graph.value(distribution, DCAT.byteSize))) == (tmp_path / "out" / name).stat().st_size


def test_void_counts_and_names_an_endpoint_only_where_there_is_one(settings: Settings, tmp_path: Path) -> None:
    for address, found in (("", False), ("https://rettvei.example.no", True)):
        release.write(Settings(home=settings.home, public_url=address), tmp_path / "out")
        graph = Graph().parse(tmp_path / "out" / "void.ttl", format="turtle")
        assert ((None, VOID.sparqlEndpoint, None) in graph) == found
        counts = [int(str(n)) for n in graph.objects(None, VOID.triples)]
        assert len(counts) == 1
        assert 10_000 < counts[0] <= len(real.release().splitlines())
