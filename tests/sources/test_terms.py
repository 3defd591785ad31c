import logging

import pytest
from rdflib import XSD, Graph, Literal, URIRef

from kg.sources.terms import quiet, unfit

A = URIRef("http://example.org/a")


def test_fit_terms_pass() -> None:
    graph = Graph().add((A, A, Literal("2020-12-01", datatype=XSD.date))).add((A, A, Literal("a b", lang="nb")))
    assert list(unfit(graph)) == []


def test_a_space_in_an_iri_is_found() -> None:
    with quiet():
        graph = Graph().add((A, A, URIRef("http://example.org/a b")))
    assert list(unfit(graph)) == [(str(A), "http://example.org/a b", "<http://example.org/a b> is no IRI")]


def test_a_value_that_its_type_forbids_is_found() -> None:
    with quiet():
        graph = Graph().add((A, A, Literal("2020-13-01", datatype=XSD.date)))
    assert list(unfit(graph)) == [(str(A), "2020-13-01", "'2020-13-01' is no date")]


def test_rdflib_is_quiet_only_while_files_are_read(caplog: pytest.LogCaptureFixture) -> None:
    with quiet():
        Literal("2020-13-01", datatype=XSD.date)
    assert caplog.records == []
    assert not logging.getLogger("rdflib.term").disabled
