"""A client of an outside vocabulary finds what it asks for with its own terms alone, and nothing of ours."""

from functools import cache

import pytest
from rdflib import Graph, Namespace
from rdflib.query import ResultRow

from kg.build.assemble import assemble
from kg.core.iris import ID
from kg.core.settings import Settings
from kg.sources import turtle

ALIGNMENTS = Settings().ontology / "alignments"
NAMES = ("cccev", "cpsv", "eli", "odrl", "org", "prov", "skos", "time")
OURS = Namespace("https://w3id.org/rettvei/ns#")


@cache
def ontology() -> Graph:
    """The whole graph, as one."""
    whole = Graph()
    for triple in assemble(Settings().ontology).triples((None, None, None)):
        whole.add(triple)
    return whole


@cache
def made(name: str) -> Graph:
    """What the CONSTRUCT of an alignment makes, and what the graph already says in outside terms; nothing of ours."""
    seen = Graph()
    result = ontology().query((ALIGNMENTS / f"{name}.rq").read_text("utf-8"))
    for triple in [*result, *ontology()]:
        subject, predicate, value = triple
        if not str(predicate).startswith(str(OURS)) and not str(value).startswith(str(OURS)):
            seen.add((subject, predicate, value))
    return seen


def ask(name: str, query: str) -> list[tuple[str, ...]]:
    """Rows of a query in foreign terms, ids without the front that they share."""
    rows = [row for row in made(name).query(query) if isinstance(row, ResultRow)]
    return sorted(tuple(str(cell).removeprefix(ID) for cell in row) for row in rows)


@pytest.mark.parametrize("name", NAMES)
def test_each_alignment_has_axioms_and_makes_something(name: str) -> None:
    assert len(turtle.read(ALIGNMENTS / f"{name}.ttl")) > 1
    assert len(ontology().query((ALIGNMENTS / f"{name}.rq").read_text("utf-8"))) > 20


def test_the_list_of_alignments_is_whole() -> None:
    assert {f.stem for f in ALIGNMENTS.iterdir()} == set(NAMES)


def test_eli_sections_of_an_act_with_dates() -> None:
    rows = ask(
        "eli",
        """PREFIX eli: <http://data.europa.eu/eli/ontology#>
        SELECT ?number ?from ?to WHERE {
          ?act a eli:LegalResource ; eli:id_local "LOV-1999-07-02-61" ; eli:has_part ?part .
          ?part a eli:LegalResourceSubdivision ; eli:number ?number ; eli:first_date_entry_in_force ?from .
          OPTIONAL { ?part eli:date_no_longer_in_force ?to } FILTER(?number = "§ 3-12") }""",
    )
    assert rows == [("§ 3-12", "2004-01-01", "2011-12-31"), ("§ 3-12", "2012-01-01", "None")]


def test_eli_re_enacted_provision_is_one_work() -> None:
    rows = ask(
        "eli",
        """PREFIX eli: <http://data.europa.eu/eli/ontology#>
        SELECT ?id ?number WHERE { ?work eli:has_member ?a , ?b . ?a eli:number "§ 24" ; eli:is_part_of ?old .
              ?old eli:id_local "FOR-2012-08-29-842" .
          ?b eli:is_member_of ?work ; eli:is_part_of ?regulation ; eli:number ?number .
          ?regulation eli:id_local ?id }""",
    )
    assert rows == [("FOR-2012-08-29-842", "§ 24"), ("FOR-2025-12-02-2405", "§ 30")]


def test_eli_titles_are_of_expressions() -> None:
    rows = ask(
        "eli",
        """PREFIX eli: <http://data.europa.eu/eli/ontology#>
        SELECT ?title WHERE { ?act eli:id_local "LOV-2011-06-24-30" ; eli:is_realized_by ?text .
          ?text a eli:LegalExpression ; eli:title ?title ; eli:language ?language }""",
    )
    assert rows == [("helse- og omsorgstjenesteloven",)]


def test_eli_holds_no_page_of_a_hospital() -> None:
    rows = ask("eli", "PREFIX eli: <http://data.europa.eu/eli/ontology#> SELECT ?x WHERE { ?x a eli:LegalResource }")
    ids = {row[0] for row in rows}
    assert "instrument/hol" in ids
    assert "instrument/helse-bergen-tsb" not in ids


def test_org_units_of_a_trust() -> None:
    rows = ask(
        "org",
        """PREFIX org: <http://www.w3.org/ns/org#>
        SELECT (COUNT(?unit) AS ?units) ?number WHERE {
          ?trust a org:FormalOrganization ; org:identifier "983974724" ; org:identifier ?number ; org:hasUnit ?unit .
          ?unit org:unitOf ?trust ; org:identifier ?own } GROUP BY ?number""",
    )
    assert len(rows) == 1
    assert int(rows[0][0]) > 5
    assert rows[0][1] == "983974724"


def test_org_units_that_a_study_describes() -> None:
    rows = ask(
        "org",
        """PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?unit WHERE { ?unit a org:OrganizationalUnit ; org:classification ?kind ; org:purpose ?does .
          ?kind skos:altLabel "SMP"@nb . FILTER(LANG(?does) = "en") }""",
    )
    assert rows == [("unit/case-000-smp",), ("unit/case-001-substance-clinic",)]


def test_org_roles_have_names() -> None:
    rows = ask(
        "org",
        """PREFIX org: <http://www.w3.org/ns/org#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?role WHERE { ?role a org:Role ; skos:prefLabel "fastlege"@nb }""",
    )
    assert rows == [("kind/gp",)]


def test_prov_where_a_norm_comes_from() -> None:
    rows = ask(
        "prov",
        """PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?norm ?basis ?source WHERE { ?norm prov:hadPrimarySource ?basis . ?basis prov:wasDerivedFrom ?source .
          FILTER(STRENDS(STR(?norm), "smp-not-to-dps") || STRENDS(STR(?norm), "social-service-to-tsb")) }""",
    )
    assert rows == [
        ("norm/smp-not-to-dps", "finding/f003", "study/000"),
        ("norm/social-service-to-tsb", "provision/tsb-referral", "instrument/sphl"),
    ]


def test_prov_which_wording_came_before() -> None:
    query = "PREFIX prov: <http://www.w3.org/ns/prov#> SELECT ?new ?old WHERE { ?new prov:wasRevisionOf ?old }"
    revised = ask("prov", query)
    assert len({new for new, _ in revised}) == len(revised), "a wording follows exactly one other"
    both = [(n, o) for n, o in revised if "gp-refers" in n]
    assert len(both) == 1


def test_skos_browse_from_the_top() -> None:
    rows = ask(
        "skos",
        """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?narrower WHERE { ?scheme a skos:ConceptScheme ; skos:prefLabel "role kind"@en .
          ?doctor skos:prefLabel "doctor"@en ; skos:narrower+ ?narrower .
          ?narrower skos:inScheme ?scheme ; skos:broader+ ?doctor }""",
    )
    assert ("kind/gp",) in rows
    tops = ask(
        "skos",
        """PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?top WHERE { ?scheme skos:hasTopConcept ?top ; skos:prefLabel "unit kind"@en .
          ?top skos:topConceptOf ?scheme }""",
    )
    assert ("kind/municipality",) in tops
    assert ("kind/smp",) not in tops


def test_a_client_that_asks_for_what_is_not_there_gets_nothing() -> None:
    nothing = "PREFIX eli: <http://data.europa.eu/eli/ontology#> SELECT ?x WHERE { ?x eli:transposes ?y }"
    assert ask("eli", nothing) == []
