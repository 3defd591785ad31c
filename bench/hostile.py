"""Queries that nest, repeat, expand and multiply: each has to end, whatever it costs the worker that runs it."""

from collections.abc import Iterator
from typing import NamedTuple

LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
DOUBLINGS = 40


class Hostile(NamedTuple):
    """A query by a name."""

    name: str
    text: bytes


def corpus() -> Iterator[Hostile]:
    """All of them."""
    for family in (_nested, _repeated, _crossed, _paths, _growing, _odd):
        for name, text in family():
            yield Hostile(name, text if isinstance(text, bytes) else text.encode())


def _nested() -> Iterator[tuple[str, str]]:
    for count in (1_000, 20_000, 60_000, 100_000):
        yield f"groups {count}", "ASK " + "{" * count + "}" * count
        yield f"brackets {count}", "ASK { FILTER(" + "(" * count + "1" + ")" * count + ") }"
        yield f"nots {count}", "ASK { FILTER(" + "!" * count + "true) }"
        yield f"blank nodes {count}", "ASK { " + "[ ?p " * count + "1" + "]" * count + " }"
        yield f"lists {count}", "ASK { ?s ?p " + "(" * count + "1" + ")" * count + " }"
        yield f"open brackets {count}", "SELECT * WHERE " + "{" * count
    for count in (100, 3_000, 10_000):
        yield f"optionals {count}", "ASK {" + "OPTIONAL { ?s ?p ?o " * count + "}" * count + "}"
        yield f"subqueries {count}", "SELECT * " + "{ SELECT * " * count + "{ ?s ?p ?o }" + "}" * count
        yield f"exists {count}", "ASK {" + "FILTER EXISTS { ?s ?p ?o . " * count + "}" * count + "}"
        yield f"minus {count}", "ASK { ?s ?p ?o " + "MINUS { ?s ?p ?o " * count + "}" * count + "}"
        yield f"ifs {count}", "SELECT (" + "IF(true, " * count + "1" + ", 0)" * count + " AS ?x) {}"
        yield f"path brackets {count}", "ASK { ?s " + "(" * count + "<a:b>" + ")*" * count + " ?o }"


def _repeated() -> Iterator[tuple[str, str]]:
    for count in (500, 5_000, 12_000):
        yield f"unions {count}", "SELECT * {" + " UNION ".join(["{ ?s ?p ?o }"] * count) + "}"
        yield f"sums {count}", "ASK { FILTER(" + "1 + " * count + "1 > 0) }"
        yield f"ands {count}", "ASK { FILTER(" + "true && " * count + "true) }"
        yield f"sequence {count}", "ASK { ?s " + "/".join(["<a:b>"] * count) + " ?o }"
        yield f"alternatives {count}", "ASK { ?s (" + "|".join(["<a:b>"] * count) + ")+ ?o }"
        yield f"patterns {count}", "ASK {" + "?s ?p ?o . " * count + "}"
        yield f"joined patterns {count}", "ASK {" + "".join(f"?v{i} ?p{i} ?v{i + 1} . " for i in range(count)) + "}"
        yield f"binds {count}", "SELECT * {" + "".join(f"BIND({i} AS ?v{i}) " for i in range(count)) + "}"
        yield f"columns {count}", "SELECT " + " ".join(f"?c{i}" for i in range(count)) + " { ?s ?p ?o }"
        yield f"values {count}", "SELECT * { VALUES ?x {" + " 1" * count + "} VALUES ?y {" + " 2" * count + "} }"
        yield f"orders {count}", "SELECT * { ?s ?p ?o } ORDER BY " + "?s ?p " * count
    for count in (10_000, 1_000_000):
        yield f"prefixes {count}", "".join(f"PREFIX p{i}:<a:{i}> " for i in range(count)) + "ASK {}"
        yield f"comments {count}", "#\n" * count + "ASK {}"
    yield "ten megabytes", "ASK { ?s ?p '" + "x" * 10_000_000 + "' }"
    yield "quotes", '"""' * 80_000


def _crossed() -> Iterator[tuple[str, str]]:
    three = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
    never = f"{three} FILTER(?c = ?f && ?f = ?i && STRLEN(STR(?b)) > 10000)"
    yield "order", f"SELECT * {{ {three} }} ORDER BY ?a ?d ?g"
    yield "order descending", f"SELECT * {{ {three} }} ORDER BY DESC(CONCAT(STR(?a), STR(?d)))"
    yield "order with limit", f"SELECT * {{ {three} }} ORDER BY ?i ?f ?c LIMIT 1"
    yield "group", f"SELECT ?a ?d (COUNT(*) AS ?n) {{ {three} }} GROUP BY ?a ?d ?g"
    yield "group concat", f"SELECT (GROUP_CONCAT(STR(?c)) AS ?n) {{ {three} }}"
    yield "count", f"SELECT (COUNT(*) AS ?n) {{ {three} }}"
    yield "count distinct", f"SELECT (COUNT(DISTINCT *) AS ?n) {{ {three} }}"
    yield "sample of all", f"SELECT ?a (SAMPLE(?i) AS ?x) {{ {three} }} GROUP BY ?a HAVING(COUNT(?i) < 0)"
    yield "distinct", f"SELECT DISTINCT ?a ?d ?g {{ {three} }} OFFSET 100000000"
    yield "offset", f"SELECT * {{ {three} }} OFFSET 100000000000"
    yield "limit 0", f"SELECT * {{ {three} }} ORDER BY ?a LIMIT 0"
    yield "ask over", f"ASK {{ {never} }}"
    yield "no row", f"SELECT * {{ {never} }} LIMIT 1"
    yield "optional cross", "SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } } ORDER BY ?i"
    yield "minus cross", f"SELECT * {{ {three} MINUS {{ ?a ?x ?g . ?g ?y ?d }} }} ORDER BY ?a"
    yield "exists cross", "SELECT * { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(?a = ?d && ?g = ?c) } }"
    yield "construct", f"CONSTRUCT {{ ?a ?e ?i }} WHERE {{ {three} }}"
    yield "describe", "DESCRIBE * WHERE { ?s ?p ?o . ?o ?q ?r . ?x ?y ?z }"
    yield "graphs", "SELECT * { GRAPH ?g1 { ?a ?b ?c } GRAPH ?g2 { ?d ?e ?f } GRAPH ?g3 { ?g ?h ?i } } ORDER BY ?g3"
    for count in (4, 6, 9):
        values = " ".join(f"VALUES ?v{i} {{ {' '.join(map(str, range(99)))} }}" for i in range(count))
        yield f"values crossed {count}", f"SELECT (SUM(?v0) AS ?n) {{ {values} }}"


def _paths() -> Iterator[tuple[str, str]]:
    for path in (
        "(!<a:b>)*",
        "(<a:b>|!<a:b>)+",
        "(!<a:b>/!<a:c>)*",
        "(^!<a:b>|!<a:c>)*",
        "((!<a:b>)*)*",
        "(!<a:b>)?/(!<a:c>)*",
    ):
        yield f"path {path}", f"SELECT * {{ ?s {path} ?o }}"
        yield f"counted path {path}", f"SELECT (COUNT(*) AS ?n) {{ ?s {path} ?o . ?o {path} ?r }}"


def _growing() -> Iterator[tuple[str, str]]:
    def doubled(step: str, result: str) -> str:
        steps = " ".join(f"BIND({step.format(f'?v{i}')} AS ?v{i + 1})" for i in range(DOUBLINGS))
        return f'SELECT ({result.format(f"?v{DOUBLINGS}")} AS ?x) {{ BIND("aaaaaaaaaaaaaaaa" AS ?v0) {steps} }}'

    for result in ("{}", "STRLEN({})", "MD5({})", "UCASE({})"):
        yield f"concat {result}", doubled("CONCAT({0}, {0})", result)
        yield f"replace {result}", doubled('REPLACE({0}, "a", "aa")', result)
        yield f"encode {result}", doubled("ENCODE_FOR_URI(CONCAT({0}, '%'))", result)
    for pattern in ("(a*)*b", "(a|a)*b", "(.*)(.*)(.*)(.*)b", "a{1000}{1000}", "(((a{99}){99}){99})"):
        yield f"regex {pattern}", f'ASK {{ ?s {LABEL} ?l FILTER REGEX(CONCAT(?l, "{"a" * 5000}"), "{pattern}") }}'
    yield "long number", f"SELECT (1{'0' * 200_000} * 9 AS ?x) {{}}"
    yield "long decimal", f"SELECT (0.{'1' * 200_000} / 3 AS ?x) {{}}"
    yield "years", 'SELECT ("999999999999-01-01T00:00:00Z"^^<http://www.w3.org/2001/XMLSchema#dateTime> AS ?x) {}'
    yield "random", "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY RAND()"
    yield "concatenated labels", f"SELECT (GROUP_CONCAT(CONCAT(?l, ?m)) AS ?x) {{ ?s {LABEL} ?l . ?t {LABEL} ?m }}"


def _odd() -> Iterator[tuple[str, str | bytes]]:
    yield "not UTF-8", b"ASK { ?s ?p '\xff\xfe' }"
    yield "half a letter", b"ASK { ?s ?p '\xc3"
    yield "surrogate", b"ASK { ?s ?p '\xed\xa0\x80' }"
    yield "nul", b"ASK { ?s ?p '\x00' }"
    yield "escapes", "ASK { ?s ?p '" + "\\u0041" * 30_000 + "' }"
    yield "escape too large", "ASK { ?s ?p '\\UFFFFFFFF' }"
    yield "escaped service", "ASK { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"
    yield "service by variable", "SELECT * { VALUES ?g { <http://127.0.0.1:9/> } SERVICE ?g { ?s ?p ?o } }"
    yield "empty", ""
    yield "blank", " " * 200_000
    yield "control", bytes(range(32)) * 1000
