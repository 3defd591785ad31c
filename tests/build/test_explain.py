"""Narrowing finds a smallest set, whatever is broken; the reasoner is not needed to know that."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL, RDF, RDFS, BNode, Literal, URIRef

from kg.build.explain import Clash, by_subject, clash, smallest
from kg.build.reason import Triple

P = URIRef("urn:p")


def triple(number: int, value: int = 0) -> Triple:
    return (URIRef(f"urn:s{number:03}"), P, Literal(value))


def breaks_on(*clashes: set[Triple]) -> "Breaker":
    return Breaker(clashes)


class Breaker:
    """Broken when all triples of one of the clashes are there; counts how often it was asked."""

    def __init__(self, clashes: Sequence[set[Triple]]) -> None:
        self.clashes, self.asked = clashes, 0

    def __call__(self, triples: Sequence[Triple]) -> bool:
        self.asked += 1
        return any(clash <= set(triples) for clash in self.clashes)


@given(st.sets(st.integers(0, 39), min_size=1, max_size=5), st.sets(st.integers(0, 39), min_size=1, max_size=5))
def test_what_is_found_is_a_clash_and_no_more(one: set[int], other: set[int]) -> None:
    parts = [[triple(n)] for n in range(40)]
    broken = breaks_on({triple(n) for n in one}, {triple(n) for n in other})
    found = {t for part in smallest([], parts, broken) for t in part}
    assert broken(list(found))
    assert not any(broken(list(found - {t})) for t in found)


def test_a_clash_of_three_in_a_thousand_takes_few_runs() -> None:
    broken = breaks_on({triple(3), triple(500), triple(997)})
    smallest([], [[triple(n)] for n in range(1000)], broken)
    assert broken.asked <= 64


def test_what_is_fixed_and_broken_needs_nothing_more() -> None:
    assert smallest([triple(1)], [[triple(2)]], breaks_on({triple(1)})) == []
    assert smallest([triple(1)], [], breaks_on({triple(1)})) == []


def test_triples_part_by_subject() -> None:
    assert by_subject([triple(2), triple(1), triple(2, 5)]) == [[triple(1)], [triple(2), triple(2, 5)]]


def test_files_then_statements_then_the_axioms_that_they_break() -> None:
    permission, prohibition, norm, other = (URIRef(f"urn:{n}") for n in ("may", "not", "norm", "other"))
    members = BNode()
    axiom: Triple = (norm, OWL.disjointUnionOf, members)
    vocabulary: list[Triple] = [axiom, (members, RDF.first, permission), (other, RDFS.subClassOf, norm)]
    x = URIRef("urn:x")
    guilty: list[Triple] = [(x, RDF.type, permission), (x, RDF.type, prohibition)]
    files = [[triple(1), guilty[0]], [triple(2)], [guilty[1], triple(3)]]
    found = clash(vocabulary, files, breaks_on({*guilty, axiom, vocabulary[1]}))
    assert found == Clash(tuple(guilty), (axiom,))


def test_a_vocabulary_that_contradicts_itself_has_no_guilty_statement() -> None:
    axiom: Triple = (URIRef("urn:a"), OWL.disjointWith, URIRef("urn:a"))
    found = clash([axiom, triple(9)], [[triple(1)]], breaks_on({axiom}))
    assert found == Clash((), (axiom,))
