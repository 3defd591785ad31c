"""Clients of ODRL, CPSV-AP-NO, CCCEV and OWL-Time find rules, services, criteria and intervals with their own terms."""

from tests.ontology.test_alignments import ask, made, ontology

ODRL = "PREFIX odrl: <http://www.w3.org/ns/odrl/2/> PREFIX dct: <http://purl.org/dc/terms/> "
CPSV = """PREFIX cpsv: <http://purl.org/vocab/cpsv#> PREFIX cv: <http://data.europa.eu/m8g/>
PREFIX dct: <http://purl.org/dc/terms/> """
TIME = "PREFIX time: <http://www.w3.org/2006/time#> "
OURS = "PREFIX rv: <https://w3id.org/rettvei/ns#> "


def count(query: str) -> int:
    """What our own terms count."""
    [[number]] = list(ontology().query(OURS + query))  # type: ignore[misc]
    return int(number)


def test_odrl_who_may_refer_to_substance_treatment_and_since_when() -> None:
    rows = ask(
        "odrl",
        ODRL
        + """SELECT ?rule ?who ?action ?from WHERE {
          ?set a odrl:Set ; dct:title "spesialisthelsetjenesteloven"@nb ; odrl:permission ?rule .
          ?rule odrl:assignee ?who ; odrl:action ?action ; odrl:target ?target ; odrl:constraint ?since .
          ?since odrl:leftOperand odrl:dateTime ; odrl:operator odrl:gteq ; odrl:rightOperand ?from .
          FILTER(STRENDS(STR(?target), "/tsb") && STRENDS(STR(?who), "/social-service")) }""",
    )
    assert ("norm/social-service-to-tsb", "kind/social-service", "action/refer", "2004-01-01") in rows


def test_odrl_holds_each_permission_prohibition_and_duty_of_an_instrument() -> None:
    for name, sort in (("permission", "Permission"), ("prohibition", "Prohibition"), ("obligation", "Duty")):
        rules = ask("odrl", ODRL + f"SELECT DISTINCT ?r WHERE {{ ?set odrl:{name} ?r . ?r a odrl:{sort} }}")
        own = f"?r a rv:{sort} ; rv:basis/rv:version/rv:inInstrument ?i"
        assert len(rules) == count(f"SELECT (COUNT(DISTINCT ?r) AS ?n) WHERE {{ {own} }}") > 0


def test_odrl_every_constraint_is_whole_and_each_alternative_is_in_one() -> None:
    broken = """SELECT ?c WHERE { ?rule odrl:constraint ?c FILTER NOT EXISTS {
        ?c odrl:leftOperand ?left ; odrl:operator ?operator ; odrl:rightOperand ?right } }"""
    assert ask("odrl", ODRL + broken) == []
    double = """SELECT ?rule WHERE { ?rule odrl:constraint ?c , ?d .
        ?c odrl:leftOperand ?left . ?d odrl:leftOperand ?left .
        ?c odrl:operator odrl:isAnyOf . ?d odrl:operator odrl:isAnyOf . FILTER(STR(?c) < STR(?d)) }"""
    assert ask("odrl", ODRL + double) == []


def test_odrl_makes_no_duty_of_a_requirement_and_every_action_is_in_the_profile() -> None:
    assert ask("odrl", ODRL + "SELECT ?r WHERE { ?r odrl:duty ?d }") == []
    outside = (
        """SELECT ?a WHERE { ?rule odrl:action ?a FILTER NOT EXISTS { ?a a odrl:Action ; odrl:includedIn odrl:use } }"""
    )
    assert ask("odrl", ODRL + outside) == []


def test_cpsv_the_rules_that_a_service_follows_and_who_takes_part() -> None:
    rows = ask(
        "cpsv",
        CPSV
        + """SELECT ?rule ?implements ?who ?role WHERE { 
          ?service a cpsv:PublicService ; cpsv:follows ?rule ; cv:hasParticipation ?p .
          ?rule a cpsv:Rule ; cpsv:implements ?implements ; dct:title ?title .
          ?p a cv:Participation ; cv:hasParticipant ?who ; cv:role ?role .
          FILTER(LANG(?title) = "nb" && STRENDS(STR(?rule), "/social-service-to-tsb")
            && STRENDS(STR(?who), "/social-service")
            && STRSTARTS(STR(?p), STR(?rule))) }""",
    )
    assert rows == [("norm/social-service-to-tsb", "provision/tsb-referral", "kind/social-service", "action/refer")]


def test_cpsv_every_service_has_a_title_and_no_rule_is_only_told() -> None:
    services = ask(
        "cpsv", CPSV + 'SELECT DISTINCT ?s WHERE { ?s a cpsv:PublicService ; dct:title ?t FILTER(LANG(?t) = "nb") }'
    )
    assert len(services) == count("SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a rv:ServiceKind }") > 5
    told = ask("cpsv", CPSV + "SELECT ?b WHERE { ?rule cpsv:implements ?b }")
    assert not [row for row in told if row[0].startswith("finding/")]


def test_cccev_criteria_with_names_and_what_they_are_derived_from() -> None:
    rows = ask(
        "cccev",
        CPSV
        + """SELECT ?criterion ?name WHERE { ?criterion a cv:Criterion ; dct:title ?name ; cv:isDerivedFrom ?basis .
          ?basis a cv:ReferenceFramework .
          FILTER(LANG(?name) = "en" && STRENDS(STR(?criterion), "/patient-wishes-it")) }""",
    )
    assert len(rows) == len({name for _, name in rows}) == 1
    criteria = ask("cccev", CPSV + "SELECT DISTINCT ?c WHERE { ?c a cv:Criterion }")
    sorts = "?c a ?s FILTER(?s IN (rv:CaseCondition, rv:CapacityCondition, rv:PlaceCondition))"
    assert len(criteria) == count(f"SELECT (COUNT(DISTINCT ?c) AS ?n) WHERE {{ {sorts} }}") > 20


def test_cccev_some_service_holds_a_requirement() -> None:
    rows = ask("cccev", CPSV + "SELECT DISTINCT ?s WHERE { ?s cv:holdsRequirement ?r . ?r a cv:Requirement }")
    assert ("kind/specialist-health-service",) in rows


def test_time_when_a_norm_holds() -> None:
    rows = ask(
        "time",
        TIME
        + """SELECT ?thing ?first ?last WHERE {
          ?thing time:hasTime ?i . ?i a time:ProperInterval ; time:hasBeginning ?b .
          ?b a time:Instant ; time:inXSDDate ?first . OPTIONAL { ?i time:hasEnd ?e . ?e time:inXSDDate ?last }
          FILTER(STRENDS(STR(?thing), "/social-service-to-tsb")) }""",
    )
    assert rows == [("norm/social-service-to-tsb", "2004-01-01", "None")]


def test_time_every_interval_has_a_day_and_every_dated_norm_an_interval() -> None:
    empty = "SELECT ?i WHERE { ?x time:hasTime ?i FILTER NOT EXISTS { ?i time:hasBeginning|time:hasEnd ?day } }"
    assert ask("time", TIME + empty) == []
    norms = [
        r for r in ask("time", TIME + "SELECT DISTINCT ?x WHERE { ?x time:hasTime ?i }") if r[0].startswith("norm/")
    ]
    dated = "?n rv:basis ?b ; rv:validFrom|rv:validTo ?day"
    assert len(norms) == count(f"SELECT (COUNT(DISTINCT ?n) AS ?n2) WHERE {{ {dated} }}") > 100


def test_no_term_of_ours_is_needed() -> None:
    for name in ("cccev", "cpsv", "odrl", "time"):
        assert not [p for p in set(made(name).predicates()) if str(p).startswith("https://w3id.org/rettvei/ns#")]
