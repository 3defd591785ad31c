"""Rows as plain values."""

from kg.queries.plain import plain
from kg.queries.registry import parse
from kg.queries.run import run
from kg.store.oxigraph import in_memory

QUERY = parse(
    """\
# title(nb): Hva?
# title(en): What?
# column: who kind — a kind
# column: other kind — something of another collection
# column: thing iri — an IRI
# column: count integer — a number
# column: sure boolean — a truth value
# column: day date — a day
# column: name text — a name
# column: nothing term — unbound
SELECT ?who ?other ?thing ?count ?sure ?day ?name ?nothing WHERE {
  VALUES (?who ?other ?thing ?count ?sure ?day ?name) {
    (<https://w3id.org/rettvei/id/kind/dps> <https://w3id.org/rettvei/id/place/norway>
     <https://w3id.org/rettvei/id/kind/dps> 3 true "2020-01-01"^^<http://www.w3.org/2001/XMLSchema#date> "Hei"@nb)
  }
}
""",
    "a/b",
)


def test_each_type_has_its_plain_form() -> None:
    assert list(plain(QUERY, run(in_memory(b""), QUERY, {}))) == [
        {
            "who": "dps",
            "other": "https://w3id.org/rettvei/id/place/norway",
            "thing": "https://w3id.org/rettvei/id/kind/dps",
            "count": 3,
            "sure": True,
            "day": "2020-01-01",
            "name": "Hei",
            "nothing": None,
        }
    ]
