"""The page Om Rettvei says what it is, what it is not, and what was read when."""

import re
from unittest.mock import patch

import pytest
from starlette.testclient import TestClient

from api.ui import about
from kg.core.errors import StoreMissing
from tests.api.client import application, client


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", ("Ingen offisiell kilde", "Ikke medisinsk utstyr", "Ingen pasientopplysninger", "Er noe feil?")),
        ("en", ("No official source", "No medical device", "No patient data", "Is something wrong?")),
    ],
)
def test_it_says_what_it_is_not(language: str, said: tuple[str, ...]) -> None:
    text = client().get("/om", params={"lang": language}).text
    assert f'<html lang="{language}">' in text
    assert [head for head in said if head not in text] == []


def test_what_was_read_comes_from_the_graph_with_day_and_grade() -> None:
    text = client().get("/om").text
    act = text.partition(">spesialisthelsetjenesteloven</a>")[2].partition("</tr>")[0]
    assert "teksten slik den sto 2. juli 2026" in act
    assert re.search(r"A, datert avskrift: \d+", act)
    assert "Studie 000" in text
    assert text.index("Lov (") < text.index("Forskrift (") < text.index("Studier og omtaler (")
    assert text.count(">spesialisthelsetjenesteloven</a>") == 1, "several grades, one row"


def test_every_page_leads_there_in_its_language() -> None:
    assert '<a href="/om?lang=nb">Om Rettvei</a>' in client().get("/").text
    assert '<a href="/om?lang=en">About Rettvei</a>' in client().get("/who/smp", params={"lang": "en"}).text
    other = re.search(r'class="language" href="([^"]+)"', client().get("/om").text)
    assert other
    assert other[1] == "/om?lang=en"


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("feil@rettvei.example", '<a href="mailto:feil@rettvei.example" rel="noreferrer">'),
        (
            "https://rettvei.example/feil?a=1&b=2",
            '<a href="https://rettvei.example/feil?a=1&amp;b=2" rel="noreferrer">',
        ),
    ],
)
def test_errors_are_reported_to_whom_the_settings_name(contact: str, link: str) -> None:
    assert link in TestClient(application(contact=contact)).get("/om").text


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "ikke oppgitt noen adresse"), ("en", "has not given an address")]
)
def test_without_a_contact_none_is_invented(language: str, said: str) -> None:
    text = client().get("/om", params={"lang": language}).text
    assert said in text
    assert "mailto:" not in text
    assert said not in TestClient(application(contact="a@b.example")).get("/om", params={"lang": language}).text


def test_of_lists_and_guidelines_no_more_than_the_season_is_claimed() -> None:
    nb, en = (client().get("/om", params={"lang": language}).text for language in ("nb", "en"))
    assert nb.count("lest høsten 2026") == en.count("read in the autumn of 2026") > 20
    assert "september 2026" not in (nb + en).lower()


def test_each_grade_is_explained_once() -> None:
    text = client().get("/om").text
    explained = re.findall(r"<li><b>([^<]+)</b>: [^<]+\.</li>", text)
    shown = {grade.strip() for grade in re.findall(r"(?:<td>|<br>)([^<]+): \d+", text)}
    assert sorted(explained) == sorted(shown)
    assert "A, datert avskrift" in explained


def test_the_page_does_not_lead_to_itself() -> None:
    assert ">Om Rettvei</a>" not in client().get("/om").text


def test_a_store_that_cannot_be_asked_leaves_the_rest_of_the_page() -> None:
    with patch.object(about, "run", side_effect=StoreMissing("gone")):
        response = client().get("/om", params={"lang": "en"})
    assert response.status_code == 200
    assert "The list cannot be fetched just now" in response.text
    assert "No official source" in response.text


def test_only_web_addresses_become_links() -> None:
    rows = [{"source": "x/y", "kind": None, "identifier": None, "name": "<b>", "url": "javascript:alert(1)"}]
    rows = [dict.fromkeys(("read", "to", "year", "grade", "norms")) | row for row in rows]
    with patch.object(about, "plain", lambda *_: iter(rows)):
        text = client().get("/om").text
    assert "&lt;b&gt;" in text
    assert "javascript:" not in text
