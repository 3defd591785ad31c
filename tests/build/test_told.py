"""A contradiction is told as statements with their lines, and the axioms that they break, in words."""

from pathlib import Path

import pytest

from kg.build import release, told
from kg.core.errors import BuildError
from kg.core.settings import Settings
from kg.model.finding import Finding, Location, Severity
from tests.build.planting import QUERY

HEAD = """@prefix rv: <https://w3id.org/rettvei/ns#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix kind: <https://w3id.org/rettvei/id/kind/> .
"""
TERMS = """rv:Actor a owl:Class ; skos:prefLabel "actor"@en ; owl:disjointUnionOf ( rv:Role rv:Unit ) .
rv:Role a owl:Class ; rdfs:subClassOf rv:Actor ; skos:prefLabel "role"@en .
rv:Unit a owl:Class ; rdfs:subClassOf rv:Actor ; skos:prefLabel "unit"@en .
skos:prefLabel a owl:AnnotationProperty .
rv:works a owl:ObjectProperty ; rdfs:range rv:Unit ; skos:prefLabel "works for"@en .
[] a owl:Restriction ; owl:onProperty rv:works ; owl:someValuesFrom owl:Thing ; rdfs:subClassOf rv:Role ;
    rdfs:comment "Bare en rolle arbeider for noen."@nb , "Only a role works for somebody."@en .
"""
SAID = "kind:nurse a rv:Role ; rv:works kind:ward .\nkind:ward a rv:Unit .\n"


@pytest.mark.java
def test_statements_and_axioms_that_cannot_all_be_true(tmp_path: Path) -> None:
    for path, text in {
        "../queries/norms/all.rq": QUERY,
        "manifest.toml": 'modules = ["vocabulary", "said.ttl", "more.ttl"]\n',
        "vocabulary/terms.ttl": HEAD + TERMS,
        "said.ttl": HEAD + SAID,
        "more.ttl": HEAD + "kind:team a rv:Unit .\nkind:ward\n    rv:works kind:team .\n",
    }.items():
        (tmp_path / "ontology" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "ontology" / path).write_text(text, "utf-8")
    with pytest.raises(BuildError, match="These cannot all be true") as raised:
        release.build(Settings(home=tmp_path / "home", text=tmp_path))
    assert raised.value.details["problems"] == [
        "said.ttl:5: kind/ward type Unit",
        "more.ttl:6: kind/ward works for kind/team",
        "vocabulary/terms.ttl:10: Only a role works for somebody.",
        "vocabulary/terms.ttl:4: Every actor is exactly one of these, never two: role, unit.",
    ]


def test_a_finding_names_its_place_its_focus_and_its_value() -> None:
    finding = Finding(
        shape="urn:s",
        severity=Severity.VIOLATION,
        focus="https://w3id.org/rettvei/id/norm/x",
        value="https://w3id.org/rettvei/id/kind/y",
        messages=(("en", "Mend it."), ("nb", "Rett det.")),
        location=Location("norms/a.ttl", line=3),
    )
    assert told.finding(finding) == "norms/a.ttl:3: norm/x (kind/y): Mend it."
