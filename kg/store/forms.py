"""A graph in the forms that strangers read, by the engine's own writers.

Equal graphs give equal bytes in each form: blank nodes are named by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/), and
statements are sorted. Turtle knows no named graphs and holds the statements of all; the other forms tell them apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from kg.store.oxigraph import open_directory

N_QUADS, TRIG, JSON_LD, TURTLE = "application/n-quads", "application/trig", "application/ld+json", "text/turtle"
FORMS = MappingProxyType(
    {
        N_QUADS: ox.RdfFormat.N_QUADS,
        TRIG: ox.RdfFormat.TRIG,
        JSON_LD: ox.RdfFormat.JSON_LD,
        TURTLE: ox.RdfFormat.TURTLE,
    }
)


def read(content: bytes, media_type: str = N_QUADS, base: str | None = None) -> bytes:
    """What a file in one of `FORMS` says, as canonical N-Quads: one a line, in the order of their code points.

    Raises `SyntaxError` for what is not in that form.
    """
    return _canonical(ox.parse(content, format=FORMS[media_type], base_iri=base))


def merged(quads: bytes) -> bytes:
    """The statements of all graphs, without the graphs, as canonical N-Quads."""
    return _canonical(_merged(_quads(quads)))


def write(quads: bytes, media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Canonical N-Quads in one of `FORMS`; JSON-LD is expanded, and so has no prefixes."""
    if media_type == N_QUADS:
        return quads
    found = _merged(_quads(quads)) if media_type == TURTLE else _quads(quads)
    spoken = None if media_type == JSON_LD else dict(prefixes)
    return ox.serialize(sorted(found, key=_place), format=FORMS[media_type], prefixes=spoken) or b""


def constructed(store: Path, query: str, base: str) -> bytes:
    """What a CONSTRUCT with relative IRIs makes of the store in a folder, as canonical N-Quads.

    Raises `StoreMissing` where there is no store.
    """
    made = open_directory(store).query(query, base_iri=base)
    assert isinstance(made, ox.QueryTriples)
    return _canonical(ox.Quad(*triple) for triple in made)


def _quads(quads: bytes) -> Iterable[ox.Quad]:
    return ox.parse(quads, format=ox.RdfFormat.N_QUADS)


def _canonical(quads: Iterable[ox.Quad]) -> bytes:
    named = ox.Dataset(quads)
    named.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return "".join(sorted(f"{quad} .\n" for quad in named)).encode()


def _merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    return iter({ox.Quad(q.subject, q.predicate, q.object): None for q in quads})


def _place(quad: ox.Quad) -> tuple[str, ...]:
    return (str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object))
