"""Each term earns its place, or the build says so."""

from pathlib import Path

from kg.build.assemble import assemble
from kg.build.usage import unused
from kg.core.iris import NS
from kg.sources import manifest
from tests.build import planting

TERMS = """@prefix rv: <https://w3id.org/rettvei/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
rv:Idle a owl:Class ; owl:disjointWith rv:AsClass .
rv:AsClass a owl:Class . rv:AsWide a owl:Class . rv:AsMember a owl:Class .
rv:AsClass rdfs:subClassOf rv:AsWide , [ a owl:Class ; owl:unionOf ( rv:AsMember rv:AsClass ) ] .
rv:asProperty a owl:ObjectProperty . rv:asAsked a owl:ObjectProperty . rv:asChecked a owl:ObjectProperty .
rv:idle a owl:DatatypeProperty ; rdfs:domain rv:AsClass .
rv:retired a owl:DatatypeProperty ; owl:deprecated true .
<urn:x> a rv:AsClass ; rv:asProperty <urn:y> .
"""


def test_what_no_statement_axiom_shape_or_query_names_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    for path, text in {
        "manifest.toml": 'modules = ["terms.ttl"]\nshapes = ["shapes"]\n',
        "terms.ttl": TERMS,
        "shapes/x.ttl": f"<urn:s> <http://www.w3.org/ns/shacl#path> <{NS}asChecked> .",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    queries = tmp_path / "queries/topic"
    queries.mkdir(parents=True)
    (queries / "q.rq").write_text("PREFIX rv: <https://w3id.org/rettvei/ns#> SELECT ?x WHERE { ?x rv:asAsked ?y }")
    found = unused(assemble(folder), manifest.load(folder), folder, tmp_path / "queries")
    assert [term.removeprefix(NS) for term in found] == ["Idle", "idle"]


def test_idle_terms_are_warnings_of_the_build(tmp_path: Path) -> None:
    folder = planting.ontology(tmp_path)
    idle = unused(assemble(folder), manifest.load(folder), folder, tmp_path)
    assert NS + "Agreement" in map(str, idle)
    assert NS + "Norm" not in map(str, idle)
