"""An answer in words: the first screen, and that nothing on it speaks in codes."""

from datetime import date
from typing import Any

import orjson
import pytest

from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.index.resolve import resolve
from kg.model.question import Asked
from kg.wording.answer import render
from kg.wording.norms import shown
from kg.wording.text import as_text
from kg.wording.voice import Voice, voices, writers
from tests import real

TODAY = date(2026, 11, 24)
QUESTIONS = [
    ("municipality", "dps", {}),
    ("gp", "smp", {}),
    ("nav-office", "smp", {}),
    ("smp", "dps", {"on": "2018-10-01"}),
    ("smp", "dps", {"basis": "law"}),
    ("municipal-nurse", "dps", {"place": "Sandnes"}),
    ("public-health-nurse", "bup", {}),
    ("gp", "smp", {"on": "2003-01-01"}),
    ("patient", "dps", {}),
    ("child-welfare-worker", "bup", {"place": "Askøy"}),
]


def rendered(referrer: str, receiver: str, language: str, **facets: str) -> dict[str, Any]:
    index = real.index()
    question = resolve(index, Asked(referrer=referrer, receiver=receiver, **facets), TODAY)
    return render(explain(index, check(index, question)), voices(index)[language])


@pytest.mark.parametrize("language", ["nb", "nn", "en", "da"])
@pytest.mark.parametrize(("referrer", "receiver", "facets"), QUESTIONS)
def test_the_first_screen_speaks_plainly(referrer: str, receiver: str, facets: dict[str, str], language: str) -> None:
    answer = rendered(referrer, receiver, language, **facets)
    screen = " ".join((answer["headline"], answer["summary"], answer["line"]))
    assert answer["summary"].endswith(".")
    for code in ("reported-rule", "displaced", "norm:", "assurance", "acts-as-", "None", "{", "  "):
        assert code not in screen, screen


@pytest.mark.parametrize(("referrer", "receiver", "facets"), QUESTIONS)
def test_what_is_written_as_json_is_what_is_said(referrer: str, receiver: str, facets: dict[str, str]) -> None:
    index = real.index()
    spoken = voices(index)
    writer = writers(spoken)["nb"]
    for asked in (Asked(referrer=referrer, receiver=receiver, **facets), Asked(referrer="gp", receiver="dps")):
        answer = explain(index, check(index, resolve(index, asked, TODAY)))
        for _ in range(2):  # the second time out of what was kept
            written = orjson.dumps(render(answer, writer))
            assert orjson.loads(written) == render(answer, spoken["nb"]) == render(answer, voices(index)["nb"])


@pytest.mark.parametrize(
    ("question", "headline", "tone"),
    [
        (QUESTIONS[0], "Regn ikke med det", "reported-no"),
        (QUESTIONS[1], "Ja", "yes"),
        (QUESTIONS[2], "Ja, hvis …", "check"),
        (QUESTIONS[4], "Vi kjenner ingen regel", "unknown"),
        (QUESTIONS[5], "Ja, hvis …", "check"),
        (QUESTIONS[7], "Vi kjenner ingen regel", "unknown"),
    ],
)
def test_headlines(question: tuple[str, str, dict[str, str]], headline: str, tone: str) -> None:
    referrer, receiver, facets = question
    answer = rendered(referrer, receiver, "nb", **facets)
    assert (answer["headline"], answer["tone"]) == (headline, tone)


def test_a_reported_ban_says_that_no_law_forbids_it() -> None:
    answer = rendered("municipality", "dps", "nb")
    assert "ikke funnet noen lov eller forskrift som forbyr det" in answer["summary"]
    assert "2018" in answer["summary"]


def test_a_residual_phrase_is_said_to_be_open() -> None:
    answer = rendered("municipal-nurse", "dps", "nb", place="Sandnes")
    assert {c["id"] for g in answer["conditions"] for c in g["allOf"]} == {"listed-as-entitled"}
    assert answer["otherwise"]["outcome"] == "unknown"


def test_the_text_for_the_record_holds_answer_basis_and_id() -> None:
    index = real.index()
    answer = rendered("gp", "smp", "nb", on="2026-11-24")
    text = as_text(answer, voices(index)["nb"])
    assert text.startswith("Ja. ")
    assert "spesialisthelsetjenesteloven § 3-12" in text
    assert answer["decisionId"] in text


def test_a_payment_rule_is_graded_by_the_text_it_stands_in() -> None:
    index = real.index()
    graded = {n["norm"]: n["grade"] for n in _law(voices(index)["en"])}
    assert "Read in the text of the act, checked 2 July 2026" in graded.values()
    assert any(grade.startswith("Read in the regulation, checked") for grade in graded.values())


def _law(voice: Voice) -> list[dict[str, Any]]:
    norms = [n for n in voice.index.shelf.by_id.values() if n.authority == "funding-rule"]
    return [shown(n, TODAY, voice) for n in norms]


@pytest.mark.parametrize(
    ("referrer", "receiver", "facets", "line"),
    [
        (
            "chiropractor",
            "dps",
            {"on": "2009-12-31"},
            "Det nærmeste vi vet, gjelder fra 1. januar 2010 til",
        ),
        ("psychologist", "dps", {"on": "2015-06-30"}, "Det nærmeste vi vet, gjelder fra 1. juli 2015: En psykolog"),
        (
            "municipal-psychologist",
            "dps",
            {"setting": "inpatient"},
            "handler som kommune og er oppgitt i en studie fra 2018: Kommunen kan ikke henvise til DPS.",
        ),
        (
            "child-health-centre",
            "bup",
            {"place": "Bodø"},
            "Det nærmeste vi vet, gjelder en annen mottaker: Kommunens helse-",
        ),
    ],
)
def test_what_comes_nearest_says_why_it_does_not_decide(
    referrer: str, receiver: str, facets: dict[str, str], line: str
) -> None:
    assert line in rendered(referrer, receiver, "nb", **facets)["line"]


@pytest.mark.parametrize(
    ("referrer", "receiver", "line"),
    [
        ("municipality", "bup", "Henvisningen går gjennom barneverntjeneste."),
        ("municipality", "smp", "Henvisningen går gjennom kommunal helse- og omsorgstjeneste eller sosialtjeneste."),
        ("child-welfare-service", "contracted-psychologist", "Henvisningen undertegnes av barnevernleder."),
    ],
)
def test_a_unit_that_refers_through_a_part_or_its_head_is_told_so_at_once(
    referrer: str, receiver: str, line: str
) -> None:
    assert line in rendered(referrer, receiver, "nb")["line"]


def test_whoever_refers_alone_goes_through_nobody() -> None:
    assert "Henvisningen" not in rendered("gp", "smp", "nb")["line"]


def test_who_got_no_yes_in_an_emergency_reads_first_whom_to_call() -> None:
    line = rendered("patient", "dps", "nb", urgency="emergency")["line"]
    assert line.startswith("Fare for liv: ring 113.")
    assert "113" not in rendered("out-of-hours-doctor", "dps", "nb", urgency="emergency")["line"]
    assert "113" not in rendered("patient", "dps", "nb")["line"]


def test_what_is_no_referral_is_not_called_one() -> None:
    assert "Henvisningen" not in rendered("municipality", "dps", "nb", action="request-compulsory-care")["line"]


def test_the_text_has_one_full_stop_after_its_headline() -> None:
    text = as_text(rendered("nav-office", "smp", "nb"), voices(real.index())["nb"])
    assert text.startswith("Ja, hvis: Ja, det kan henvises fra NAV-kontor")


def test_a_group_of_conditions_that_asks_for_more_than_another_is_not_told_beside_it() -> None:
    line = rendered("doctor", "contracted-doctor", "nb", on="2024-06-30")["line"]
    assert "pasienten står på denne fastlegens liste" not in line
    assert line.startswith("Sjekk: den som henviser, er fastlege eller den som henviser, er legevaktslege.")


def test_a_service_outside_the_rules_of_the_day_is_not_said_to_have_been_absent() -> None:
    answer = rendered("gp", "lar", "nb", on="2003-06-01")
    assert "fantes ikke" not in answer["summary"] + answer["line"]
    assert answer["line"].startswith("Reglene vi har lest, gjelder ikke legemiddelassistert rehabilitering")
