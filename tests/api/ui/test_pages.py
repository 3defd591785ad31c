"""The page as HTML, and in a real browser."""

import re
import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from playwright.sync_api import Page, sync_playwright

from api.app import create_app
from kg.core.settings import Settings
from kg.wiring import Current
from tests import real
from tests.api.client import client

ANSWER = {"referrer": "kommune", "receiver": "DPS"}


def test_urgency_stands_on_top() -> None:
    text = client().get("/").text
    assert text.index("113") < text.index("<form")
    assert "116 117" in text


def test_a_link_gives_the_answer_in_either_language() -> None:
    assert "Regn ikke med det" in client().get("/", params=ANSWER).text
    assert "count on it" in client().get("/", params=ANSWER | {"lang": "en"}).text


def test_an_unknown_name_is_said_and_offers_others() -> None:
    response = client().get("/", params={"referrer": "fastlge", "receiver": "DPS"})
    assert response.status_code == 404
    assert "fastlege" in response.text


def test_two_places_of_one_name_are_told_apart_and_one_tap_away() -> None:
    response = client().get("/", params={"referrer": "fastlege", "receiver": "DPS", "place": "Våler"})
    assert response.status_code == 409
    first = '<a href="/?referrer=fastlege&amp;receiver=DPS&amp;place=no-3114">Våler (lokalsykehusområdet Østfold)</a>'
    assert first in response.text
    assert "place=no-3419" in response.text


def test_the_wall_sheet_says_what_it_does_not_understand_as_a_page() -> None:
    response = client().get("/who/avrusningsenhte", params={"place": "Askøy"})
    assert (response.status_code, response.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert '<a href="/who/detox-unit?place=Ask%C3%B8y">avrusningsenhet</a>' in response.text


def test_what_two_norms_ask_and_two_findings_cite_is_said_once() -> None:
    checks = client().get("/", params={"referrer": "NAV", "receiver": "SMP"}).text
    assert checks.count("<li>kontoret handler her som kommunens sosialtjeneste</li>") == 1
    answer = client().get("/", params={"referrer": "fastlege", "receiver": "DPS"}).text
    said = answer.partition("Bare pasientens fastlege kan henvise til DPS.")[2].partition("</p></li>")[0]
    assert said.count("Policy context") == 1


def test_names_that_people_use_are_suggested() -> None:
    page = client().get("/").text
    referrers = page.partition('id="referrer-names"')[2].partition("</datalist>")[0]
    receivers = page.partition('id="receiver-names"')[2].partition("</datalist>")[0]
    assert '<option value="GP">fastlege</option>' in referrers
    assert '<option value="DPS">distriktspsykiatrisk senter</option>' in receivers
    assert '<option value="avrusning">avrusningsenhet</option>' in receivers
    assert '<option value="fastlege">' not in receivers


def test_a_day_that_is_none_is_said_in_the_language_of_the_page() -> None:
    given = ANSWER | {"on": "2018-02-30"}
    assert "er ikke en dato" in client().get("/", params=given).text
    assert "is not a date" in client().get("/", params=given | {"lang": "en"}).text


def test_what_is_typed_is_escaped() -> None:
    text = client().get("/", params={"referrer": "<script>alert(1)</script>", "receiver": "DPS"}).text
    assert "<script>alert" not in text


def test_the_wall_sheet_groups_by_answer() -> None:
    text = client().get("/who/smp", params={"place": "Askøy"}).text
    assert "Hvem kan henvise til sosialmedisinsk poliklinikk?" in text
    assert "fastlege" in text


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    app = create_app(Current(Settings(home=real.home())))
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(200):
        if server.started:
            break
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(params=[(390, 844), (1200, 900)], ids=["phone", "desktop"])
def page(request: pytest.FixtureRequest) -> Iterator[Page]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        width, height = request.param
        context = browser.new_context(viewport={"width": width, "height": height}, java_script_enabled=False)
        yield context.new_page()
        browser.close()


@pytest.mark.browser
def test_asking_works_without_javascript(page: Page, address: str) -> None:
    page.goto(address)
    page.fill("#referrer", "fastlege")
    page.fill("#receiver", "SMP")
    page.click("button.ask")
    assert page.inner_text(".answer h1") == "Ja"
    overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    page.click(".basis > summary")
    assert "§ 3-12" in page.inner_text(".basis")


@pytest.mark.browser
def test_a_ready_start_fills_in_the_receiver(page: Page, address: str) -> None:
    page.goto(address)
    page.click("a.start >> text=BUP")
    assert page.input_value("#receiver") == "barne- og ungdomspsykiatrisk poliklinikk"


@pytest.mark.browser
def test_the_answer_is_copied_as_text_and_the_button_says_so(address: str) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
        page.goto(f"{address}/?referrer=kommune&receiver=DPS")
        page.click("text=Svaret som tekst")
        page.click("button.copy")
        page.wait_for_selector("button.copy >> text=Kopiert")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#text").text_content()
        assert copied.startswith("Regn ikke med det")
        browser.close()


def test_the_link_of_an_answer_pins_its_day() -> None:
    text = client().get("/", params=ANSWER | {"on": "2018-10-01"}).text
    assert "on=2018-10-01" in text
    text = client().get("/", params=ANSWER).text
    assert re.search(r'href="/\?[^"]*on=\d{4}-\d{2}-\d{2}', text)


def test_the_form_shows_names_where_ids_were_given() -> None:
    assert 'value="barne- og ungdomspsykiatrisk poliklinikk"' in client().get("/", params={"receiver": "bup"}).text


def test_the_wall_sheet_says_on_what_condition_and_basis() -> None:
    text = client().get("/who/smp").text
    assert "NAV-kontor" in text
    assert re.search(r"NAV-kontor[^<]*<span class=\"hint\">– [^<]*sosialtjeneste", text)
    assert "spesialisthelsetjenesteloven § 3-12" in text
