"""The page with fetch, in a real browser, on another origin than the server that it asks."""

import shutil
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, Route, sync_playwright

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser_page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


def ask(browser_page: Page, page: str, api: str, **fields: str) -> str:
    """What the page shows for these fields."""
    browser_page.goto(f"{page}/check.html?" + urlencode({"api": api}))
    for name, value in fields.items():
        browser_page.fill(f"input[name={name}]", value)
    browser_page.click("button")
    browser_page.wait_for_selector("#answer h1")
    return browser_page.inner_text("#answer")


def test_shows_headline_summary_and_citations(browser_page: Page, page: str, api: str) -> None:
    said = ask(browser_page, page, api, referrer="kommune", receiver="DPS")
    assert said.startswith("Don't count on it")
    assert "Study 000" in said
    said = ask(browser_page, page, api, referrer="fastlege", receiver="DPS", place="Askøy")
    assert said.startswith("Yes")
    assert browser_page.get_attribute("#answer a", "href").startswith("https://lovdata.no/")  # type: ignore[union-attr]


def test_shows_conditions(browser_page: Page, page: str, api: str) -> None:
    assert "On condition that" in ask(browser_page, page, api, referrer="NAV", receiver="SMP")


def test_unknown_is_not_no(browser_page: Page, page: str, api: str) -> None:
    said = ask(browser_page, page, api, referrer="barnekoordinator", receiver="BUP")
    assert "That is not a no" in said
    ask(browser_page, page, api, referrer="fastlege", receiver="DPS")
    assert browser_page.locator("#unknown").count() == 0


def test_a_problem_is_explained(browser_page: Page, page: str, api: str) -> None:
    said = ask(browser_page, page, api, referrer="fastlge", receiver="DPS")
    assert said.startswith("Unknown name")
    assert "general practitioner" in said


def test_a_server_that_does_not_answer_is_told(browser_page: Page, page: str) -> None:
    assert ask(browser_page, page, "http://127.0.0.1:9").startswith("Nobody answers")


def test_what_comes_back_is_text(browser_page: Page, page: str) -> None:
    evil = "<img src=x onerror=window.hacked=1>"
    citation = {"title": evil, "section": "§ 1", "url": "javascript:window.hacked=1"}
    answer = {
        "outcome": "conditional",
        "headline": evil,
        "summary": evil,
        "conditions": [{"statement": evil}],
        "reasons": [{"citations": [citation]}],
    }

    def answered(route: Route) -> None:
        route.fulfill(json=answer, headers={"Access-Control-Allow-Origin": "*"})

    browser_page.route("**/v1/**", answered)
    said = ask(browser_page, page, page)
    browser_page.unroute("**/v1/**")
    assert said.count(evil) == 4
    assert browser_page.locator("#answer img, #answer a").count() == 0
    assert browser_page.evaluate("window.hacked") is None
