"""The pages name every term of the vocabulary once, in their language, and each link leads somewhere."""

import re
from html.parser import HTMLParser

import pytest

from kg.core.iris import NS
from kg.publishing import vocabulary
from kg.store import oxigraph
from kg.wording.words import load
from tests import real

TERMS = f"""SELECT DISTINCT ?t WHERE {{ ?t a ?k ; <http://www.w3.org/2004/02/skos/core#prefLabel> ?l
  FILTER(STRSTARTS(STR(?t), "{NS}") && STRSTARTS(STR(?k), "http://www.w3.org/2002/07/owl#")) }}"""
RETIRED = (
    f"<{NS}code> <http://www.w3.org/2002/07/owl#deprecated> "
    '"true"^^<http://www.w3.org/2001/XMLSchema#boolean> <urn:g> .\n'
    f"<{NS}code> <http://purl.org/dc/terms/isReplacedBy> <{NS}fact> <urn:g> .\n"
)


class Page(HTMLParser):
    """The ids of the page and where its links lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.add((value or "").removeprefix("#"))


@pytest.mark.parametrize("language", vocabulary.LANGUAGES)
def test_every_term_stands_there_once_and_every_link_leads_to_one(language: str) -> None:
    page = Page(vocabulary.page(real.store(), "test", load(language)).decode())
    terms = sorted(str(row[0]).removeprefix(NS) for row in real.store().select(TERMS).rows)
    assert sorted(page.ids) == terms
    assert len(terms) > 100
    assert page.links <= set(page.ids)


def test_a_property_says_what_it_is_said_of_and_its_values_in_the_language_of_the_page() -> None:
    for language, said in (
        ("nb", ("gjelder for", "Sies om", "norm", "aktørtype")),
        ("en", ("bearer", "Said of", "norm", "actor kind")),
    ):
        text = vocabulary.page(real.store(), "test", load(language)).decode()
        (section,) = re.findall(r'<section id="bearer">.*?</section>', text, re.DOTALL)
        assert [s for s in said if s not in section] == []
        assert f'<html lang="{language}">' in text


def test_a_retired_term_says_so_and_what_took_its_place() -> None:
    store = oxigraph.in_memory(real.release() + RETIRED.encode())
    text = vocabulary.page(store, "test", load("en")).decode()
    (section,) = re.findall(r'<section id="code">.*?</section>', text, re.DOTALL)
    assert "Retired: use what took its place." in section
    assert '<dt>Replaced by</dt><dd><a href="#fact">' in section
