"""A folder of queries: names, and errors that name file and line."""

from pathlib import Path

import pytest

from kg.core.errors import QueryFileError
from kg.queries.registry import check_syntax, load, parse
from kg.store.oxigraph import in_memory

HEADER = "# title(nb): Hva?\n# title(en): What?\n# column: a iri — a thing\n"


def put(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def test_queries_are_keyed_by_topic_and_name(tmp_path: Path) -> None:
    put(tmp_path, "b/two.rq", HEADER + "SELECT ?a WHERE { ?a ?b ?c }")
    put(tmp_path, "a/one.rq", HEADER + "SELECT ?a WHERE { ?a ?b ?c }")
    put(tmp_path, "a/one.cases.yaml", "[]")
    found = load(tmp_path)
    assert [(name, query.name, query.file) for name, query in found.items()] == [
        ("a/one", "a/one", "queries/a/one.rq"),
        ("b/two", "b/two", "queries/b/two.rq"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a/one.rq", HEADER + "SELECT ?b WHERE { ?a ?b ?c }", "queries/a/one.rq:4: SELECT does not give the column a."),
        ("one.rq", HEADER, "queries/one.rq: A query stands in a topic: queries/<topic>/<question>.rq."),
        ("a/b/one.rq", HEADER, "queries/a/b/one.rq: A query stands in a topic: queries/<topic>/<question>.rq."),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    put(tmp_path, name, text)
    with pytest.raises(QueryFileError) as caught:
        load(tmp_path)
    assert caught.value.message == message


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.rq").write_bytes(b"# title(nb): \xe5\n")
    with pytest.raises(QueryFileError, match=r"queries/a/one\.rq: The file is not UTF-8"):
        load(tmp_path)


@pytest.mark.parametrize("folder", ["", "absent"])
def test_a_folder_without_queries_is_an_error(tmp_path: Path, folder: str) -> None:
    with pytest.raises(QueryFileError, match="There are no stored queries here"):
        load(tmp_path / folder)


def test_malformed_sparql_is_named_with_its_line() -> None:
    query = parse(HEADER + "SELECT ?a WHERE {\n  ?a ?b ;; }", "a/one")
    with pytest.raises(QueryFileError) as caught:
        check_syntax({"a/one": query}, in_memory(b""))
    assert caught.value.message.startswith("queries/a/one.rq:5: The query cannot be read")
    assert (caught.value.details["file"], caught.value.details["line"]) == ("queries/a/one.rq", 5)


def test_well_formed_sparql_passes() -> None:
    check_syntax({"a/one": parse(HEADER + "SELECT ?a WHERE { ?a ?b ?c }", "a/one")}, in_memory(b""))
