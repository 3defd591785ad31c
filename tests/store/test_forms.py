"""Each form of the real graph reads back to the graph."""

import pytest

from kg.store import forms
from tests import real

PREFIXES = {"rv": "https://w3id.org/rettvei/ns#"}
ODD = (
    b'<urn:s> <urn:p> "tab\\t, bell \\u0007, \\"quoted\\", \\n a line, \xc3\xa6"@nb <urn:g> .\n'
    b'<urn:s> <urn:p> "2026-01-01"^^<http://www.w3.org/2001/XMLSchema#date> .\n'
    b"<urn:s> <urn:p> _:b <urn:g> .\n_:b <urn:q> <urn:s> <urn:h> .\n"
)


@pytest.mark.parametrize("media_type", [forms.N_QUADS, forms.TRIG, forms.JSON_LD])
def test_forms_with_named_graphs_hold_every_quad(media_type: str) -> None:
    for quads in (forms.read(real.release()), forms.read(ODD)):
        assert forms.read(forms.write(quads, media_type, PREFIXES), media_type) == quads


def test_turtle_holds_every_statement_once() -> None:
    quads = forms.read(real.release())
    turtle = forms.write(quads, forms.TURTLE, PREFIXES)
    found = forms.read(turtle, forms.TURTLE)
    assert found == forms.merged(quads)
    assert 10_000 < len(found.splitlines()) < len(quads.splitlines()), "some statements stand in two graphs"


def test_a_form_holds_all_that_the_release_holds() -> None:
    assert len(forms.read(real.release()).splitlines()) == len(real.release().splitlines())


def test_names_of_blank_nodes_and_the_order_of_lines_do_not_matter() -> None:
    lines = ODD.replace(b"_:b", b"_:other").splitlines(keepends=True)
    assert forms.read(b"".join(reversed(lines))) == forms.read(ODD)
    assert b"_:c14n0" in forms.read(ODD)


def test_another_graph_is_another() -> None:
    assert forms.read(ODD.replace(b"<urn:h>", b"<urn:g>")) != forms.read(ODD)


def test_what_is_not_in_that_form_is_refused() -> None:
    with pytest.raises(SyntaxError):
        forms.read(b"<urn:s> .", forms.TURTLE)
