"""Each stored query has a page, made from its header, that runs it."""

import html
from typing import Any

import pytest

from kg.core.settings import Settings
from kg.queries import registry
from tests.api.client import client

QUERIES = registry.load(Settings().queries)


def page(name: str, **query: Any) -> str:
    response = client().get(f"/queries/{name}", params=query)
    assert response.status_code == 200, response.text
    return html.unescape(response.text)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_list_leads_to_every_query_in_the_readers_language(language: str) -> None:
    shown = html.unescape(client().get("/queries", params={"lang": language}).text)
    for name, query in QUERIES.items():
        assert f'href="/queries/{name}?lang={language}">{query.header.titles[language]}</a>' in shown


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_page_says_all_that_the_header_says(language: str) -> None:
    for name, query in QUERIES.items():
        shown = page(name, lang=language)
        assert query.header.titles[language] in shown
        for described in (*query.header.params, *query.header.columns):
            assert described.descriptions[language] in shown, (name, described.name)
        assert query.text.strip() in shown
        assert f"rettvei query {name}" in shown
        assert f"/v1/queries/{name}" in shown


def test_it_runs_only_when_asked_to_and_as_the_api_does() -> None:
    assert "<tbody>" not in page("sources/instruments")
    shown = page("sources/instruments", limit="20", sort="act", lang="en")
    rows = client().get("/v1/queries/sources/instruments", params={"sort": "act", "limit": "20"}).json()
    assert f"{len(rows['items'])} of {rows['total']} rows" in shown
    assert all(f"<td>{row['instrument']}</td>" in shown for row in rows["items"])
    assert "rettvei query sources/instruments sort=act" in shown
    assert "/v1/queries/sources/instruments?sort=act" in shown


def test_what_was_typed_is_shown_as_text() -> None:
    response = client().get("/queries/sources/facts", params={"fact": "<script>x</script>", "limit": "20"})
    assert "<script>x" not in response.text
    assert "&lt;script&gt;x" in response.text
    assert "Ingen rader" in response.text


@pytest.mark.parametrize(
    ("query", "status"), [({"on": "soon", "limit": "20"}, 400), ({"nope": "1"}, 400), ({"limit": "many"}, 400)]
)
def test_bad_input_is_told_on_the_page(query: dict[str, str], status: int) -> None:
    response = client().get("/queries/sources/instruments", params=query)
    assert response.status_code == status
    assert '<section class="problem"' in response.text
    assert "<form" in response.text


def test_a_query_that_is_none_is_not_found() -> None:
    response = client().get("/queries/nope/nope", params={"lang": "en"})
    assert response.status_code == 404
    assert "nope/nope" in response.text
