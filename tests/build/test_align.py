"""An alignment is a graph of its own: axioms, and what a CONSTRUCT makes."""

from pathlib import Path

import pytest
from rdflib import OWL, URIRef

from kg.build.align import align
from kg.build.assemble import assemble
from kg.core.errors import SourceError
from kg.core.iris import GRAPH, ID, NS
from kg.sources import manifest
from tests.build import planting

AXIOM = f"<{NS}Norm> <{OWL.equivalentClass}> <urn:x:Rule> ."
CONSTRUCT = f"CONSTRUCT {{ ?n <urn:x:for> ?b }} WHERE {{ ?n <{NS}bearer> ?b }}"


def ontology(root: Path, rq: str) -> Path:
    folder = planting.ontology(root)
    (folder / "manifest.toml").write_text(planting.MANIFEST + 'alignments = ["alignments"]\n')
    (folder / "alignments").mkdir()
    (folder / "alignments/x.ttl").write_text(AXIOM)
    (folder / "alignments/x.rq").write_text(rq)
    return folder


def test_axioms_and_constructed_statements_stand_in_a_graph_of_their_own(tmp_path: Path) -> None:
    folder = ontology(tmp_path, CONSTRUCT)
    dataset = assemble(folder)
    align(dataset, manifest.load(folder), folder)
    assert set(dataset.graph(URIRef(GRAPH + "alignments/x"))) == {
        (URIRef(NS + "Norm"), OWL.equivalentClass, URIRef("urn:x:Rule")),
        (URIRef(ID + "norm/planted"), URIRef("urn:x:for"), URIRef(ID + "kind/doctor")),
    }


@pytest.mark.parametrize(
    ("rq", "said"),
    [("SELECT ?x WHERE { ?x ?y ?z }", ": this query must be a CONSTRUCT"), ("CONSTRUCT { ?x", ":1: this is no SPARQL")],
)
def test_what_is_no_construct_is_named(rq: str, said: str, tmp_path: Path) -> None:
    folder = ontology(tmp_path, rq)
    with pytest.raises(SourceError, match=rf"^alignments/x\.rq{said}"):
        align(assemble(folder), manifest.load(folder), folder)
