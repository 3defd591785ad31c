"""Every outcome in words, on a small world of our own; and labels that are hostile or odd."""

from datetime import date
from functools import cache
from typing import Any

import pytest

from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.index.index import Index
from kg.index.resolve import resolve
from kg.model.decision import Answer, Decision, Match, Outcome, Sign
from kg.model.question import Asked
from kg.wording import conditions
from kg.wording.answer import render
from kg.wording.text import as_text
from kg.wording.voice import voices
from tests.worlds import small

ON = date(2026, 11, 24)


@cache
def index() -> Index:
    return small.index()


def rendered(referrer: str, receiver: str, language: str = "nb", **facets: str) -> dict[str, Any]:
    question = resolve(index(), Asked(referrer=referrer, receiver=receiver, **facets), ON)
    return render(explain(index(), check(index(), question)), voices(index())[language])


@pytest.mark.parametrize(
    ("referrer", "receiver", "facets", "headline", "summary"),
    [
        (
            "social-service",
            "smp",
            {},
            "Ja",
            "Ja, det kan henvises fra sosialtjeneste til ruspoliklinikk; det følger av omsorgsloven § 3.",
        ),
        (
            "municipality",
            "smp",
            {"on": "2020-05-01"},
            "Ja",
            "Ja, det kan henvises fra kommune til ruspoliklinikk (per 1. mai 2020); det følger av omsorgsloven § 3.",
        ),
        (
            "nav-office",
            "smp",
            {},
            "Ja, hvis …",
            "Ja, det kan henvises fra NAV-kontor til ruspoliklinikk hvis kontoret handler her som "
            "kommunens sosialtjeneste; "
            "det bygger på omsorgsloven § 3, og ellers kjenner vi ingen regel.",
        ),
        (
            "municipality",
            "dps",
            {},
            "Regn ikke med det",
            "Regn ikke med at det kan henvises fra kommune til distriktspsykiatrisk senter: "
            "det er oppgitt i en studie fra 2018 "
            "at det ikke går, men vi har ikke funnet noen lov eller forskrift som forbyr det.",
        ),
        (
            "nurse",
            "smp",
            {"place": "Østvik"},
            "Nei, ikke etter avtalen for Østvik",
            "Nei, ikke etter avtalen: det kan ikke henvises fra kommunal sykepleier i Østvik til ruspoliklinikk; "
            "det står i «Avtalen for Øst».",
        ),
        (
            "nav-office",
            "dps",
            {"on": "2001-01-01"},
            "Vi kjenner ingen regel",
            "Vi kan ikke svare på om det kan henvises fra NAV-kontor til distriktspsykiatrisk senter "
            "(per 1. januar 2001), "
            "for NAV-kontor fantes ikke 1. januar 2001.",
        ),
        (
            "nurse",
            "smp",
            {},
            "Vi kjenner ingen regel",
            "Vi kjenner ingen regel som sier at det kan henvises fra kommunal sykepleier til ruspoliklinikk, "
            "og det betyr ikke nei.",
        ),
    ],
)
def test_each_outcome_is_one_sentence_to_read_aloud(
    referrer: str, receiver: str, facets: dict[str, str], headline: str, summary: str
) -> None:
    answer = rendered(referrer, receiver, **facets)
    assert (answer["headline"], answer["summary"]) == (headline, summary)


def test_a_clause_that_gives_way_says_what_to_do_about_it() -> None:
    answer = rendered("social-service", "smp", place="Østvik")
    (clause,) = answer["displaced"]
    assert (answer["headline"], clause["norm"], clause["implied"]) == ("Ja", "only-the-gp-in-the-east", True)
    assert clause["statement"] == "Bare fastlegen kan henvise til ruspoliklinikken. Det stenger for andre."
    assert clause["advice"].endswith("henvisningen kan ikke avvises av den grunn.")
    assert clause["advice"] in as_text(answer, voices(index())["nb"])


def test_sources_that_disagree_are_both_named() -> None:
    question = resolve(index(), Asked(referrer="municipality", receiver="dps"), ON)
    yes, no = index().norm("social-service-to-tsb"), index().norm("municipality-not-to-dps")
    reasons = (
        Match(norm=yes, sign=Sign.PERMITS, acting_as="municipality"),
        Match(norm=no, sign=Sign.PROHIBITS, acting_as="municipality"),
    )
    decision = Decision(question=question, outcome=Outcome.CONTESTED, reasons=reasons)
    answer = render(Answer(decision=decision), voices(index())["nb"])
    assert (answer["headline"], answer["tone"]) == ("Kildene er uenige", "disputed")
    assert answer["line"] == (
        "Omsorgsloven § 3 sier ja. En studie fra 2018 sier nei. Avklar med mottakeren før du sender."
    )


def test_what_the_engine_takes_for_granted_is_said() -> None:
    signed = rendered("municipality", "smp")["reasons"][0]["presuppositions"]
    assert signed == ["gjennom sosialtjeneste", "pasienten samtykker"]


def test_a_grade_says_what_was_read_and_what_was_not_checked() -> None:
    grades = {n["norm"]: n["grade"] for n in rendered("gp", "smp", "en")["reasons"]}
    assert grades == {"doctor-to-care": "Read in the regulation, checked 2 July 2026; the date has not been checked"}


def test_labels_fall_back_to_the_nearest_language() -> None:
    assert rendered("doctor", "smp", "nn")["question"]["referrer"]["label"] == "lækjar"
    assert rendered("doctor", "smp", "da")["question"]["referrer"]["label"] == "lege"


@pytest.mark.parametrize(
    ("groups", "clause"),
    [
        ([["knows-patient"]], "the office knows the patient"),
        (
            [["knows-patient", "is-a-gp"], ["knows-patient", "in-no-0001"]],
            "the office knows the patient and the referrer is: general practitioner or the patient belongs to Østvik",
        ),
        ([["knows-patient"], ["knows-patient", "is-a-gp"]], "the office knows the patient"),
        (
            [["is-a-gp"], ["in-group-under-23"], ["in-no-0001"]],
            "the referrer is: general practitioner, the patient belongs to the group under 23 or other conditions, "
            "listed below",
        ),
        ([], ""),
    ],
)
def test_groups_of_conditions_say_once_what_they_share(groups: list[list[str]], clause: str) -> None:
    assert conditions.any_group(groups, 2, voices(index())["en"]) == clause


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_hostile_label_is_carried_as_it_is(language: str) -> None:
    answer = rendered("gp", "odd-clinic", language)
    label = answer["question"]["receiver"]["label"]
    assert "{" in label
    assert label in answer["summary"]
    assert label in as_text(answer, voices(index())[language])
