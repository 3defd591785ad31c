"""What hospitals and municipalities lay down themselves, list by list, and the timeline of the reform."""

from datetime import date
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Namespace, URIRef

from kg.core.iris import ID, local_id
from kg.core.settings import Settings
from kg.sources import turtle
from tests.ontology.written import RV, languages, one, written

NORWAY = Settings().ontology / "jurisdictions/no"
TIMELINE, NORM = Namespace(f"{ID}timeline/"), Namespace(f"{ID}norm/")
FILES = [f for folder in ("hospital_lists", "local_routines") for f in sorted((NORWAY / folder).glob("*.ttl"))]


def bearers(list_of: str, receiver: str) -> set[str]:
    """Whom the norms of a list name for a receiver, residual phrases apart."""
    norms = written().subjects(RV.basis, URIRef(f"{ID}provision/{list_of}"))
    named = [n for n in norms if not set(written().objects(n, RV.residual))]
    to = URIRef(f"{ID}kind/{receiver}")
    return {
        local_id(str(b)) for n in named if (n, RV.counterpart, to) in written() for b in written().objects(n, RV.bearer)
    }


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_each_file_holds_a_source_and_its_norms(file: Path) -> None:
    graph = turtle.read(file)
    instruments = set(graph.subjects(RDF.type, RV.Instrument))
    assert instruments
    norms = set(graph.subjects(RV.basis))
    assert norms
    for norm in norms:
        version = next(graph.objects(next(graph.objects(norm, RV.basis)), RV.version))
        source = next(graph.objects(version, RV.inInstrument))
        assert source in instruments
        assert set(graph.objects(norm, RV.place)) == set(graph.objects(source, RV.appliesIn)), norm


@pytest.mark.parametrize(
    ("list_of", "receiver", "named"),
    [
        ("helse-forde-bup", "bup", {"doctor", "psychologist", "head-of-child-welfare"}),
        ("sykehuset-innlandet-bup", "bup", {"doctor", "psychologist", "child-welfare-service"}),
        (
            "helgelandssykehuset-bup",
            "bup",
            {"doctor", "nav-office", "social-service", "child-health-centre", "child-welfare-service"},
        ),
        ("helse-stavanger-sandnes-dps", "dps", {"gp"}),
        ("bla-kors-skien-tsb", "tsb", {"gp", "nav-office", "child-welfare-service", "hospital", "mental-health-unit"}),
        ("lovisenberg-user-controlled", "user-controlled-bed", {"patient"}),
        ("eigersund-tsb", "tsb", {"social-service"}),
        ("bergen-tsb", "tsb", {"nav-office"}),
        ("no-such-list", "tsb", set()),
    ],
)
def test_a_list_names_these_and_no_others(list_of: str, receiver: str, named: set[str]) -> None:
    assert bearers(list_of, receiver) == named


def test_two_hospitals_with_the_same_list() -> None:
    same = bearers("helse-bergen-tsb", "tsb")
    assert same == bearers("unn-tsb", "tsb")
    assert {"nav-office", "gp", "prison-doctor", "specialist-care-doctor"} < same


def test_each_event_has_words_a_source_and_a_precision() -> None:
    events = set(written().subjects(RDF.type, RV.TimelineEvent))
    assert len(events) > 40
    for event in events:
        assert languages(event, SKOS.prefLabel) == {"nb", "en"}, event
        assert one(event, RV.sourceNote)
        assert one(event, RV.datePrecision) in {"day", "month", "year"}


def test_passed_in_2011_in_force_in_2012_and_no_plan_at_the_time() -> None:
    passed = date.fromisoformat(one(TIMELINE["coordination-reform-passed"], RV.onDate))
    in_force = date.fromisoformat(one(TIMELINE["coordination-reform-in-force"], RV.onDate))
    assert (passed, in_force) == (date(2011, 6, 24), date(2012, 1, 1))
    assert date.fromisoformat(one(TIMELINE["escalation-plan"], RV.untilDate)) < passed
