"""The listing of stored queries, from their headers."""

import json

from kg.queries.describe import describe, listing
from kg.queries.registry import parse

TEXT = """\
# title(nb): Hvem?
# title(en): Who?
# param: receiver kind optional — mottakeren | the receiver
# column: referrer kind — who refers
# tags: referral, question:Q003
SELECT ?referrer WHERE { VALUES (?receiver) { (UNDEF) } ?referrer ?receiver ?x }
"""
EXPECTED = {
    "name": "referral/who",
    "topic": "referral",
    "titles": {"nb": "Hvem?", "en": "Who?"},
    "params": [
        {
            "name": "receiver",
            "type": "kind",
            "required": False,
            "descriptions": {"nb": "mottakeren", "en": "the receiver"},
        }
    ],
    "columns": [{"name": "referrer", "type": "kind", "descriptions": {"nb": "who refers", "en": "who refers"}}],
    "tags": ["referral", "question:Q003"],
}


def test_a_query_is_described_by_its_header() -> None:
    assert json.loads(json.dumps(describe(parse(TEXT, "referral/who")))) == EXPECTED


def test_the_listing_is_in_order() -> None:
    queries = {name: parse(TEXT, name) for name in ("b/x", "a/z", "a/y")}
    assert [entry["name"] for entry in listing(queries)] == ["a/y", "a/z", "b/x"]
