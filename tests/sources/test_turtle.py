from pathlib import Path

import pytest
from rdflib import URIRef

from kg.core.errors import SourceError
from kg.sources.turtle import line_of, read
from tests.sources.tree import write

HEAD = """@prefix kind: <https://w3id.org/rettvei/id/kind/> .
@prefix rv: <https://w3id.org/rettvei/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
KIND = "https://w3id.org/rettvei/id/kind/"
BLOCKS = f"""{HEAD}
kind:dps a rv:UnitKind ;
    rv:kindOf kind:dps-like ;
    rv:existsFrom "2004-01-01"^^xsd:date .
kind:dps-like a rv:UnitKind . kind:gp a rv:RoleKind .
<{KIND}bup> rv:kindOf kind:dps .

kind:dps rv:provides kind:care .
"""


def file(root: Path, text: str) -> Path:
    write(root, manifest_toml="", norms__a_ttl=text)
    return root / "norms/a.ttl"


def test_reads_what_stands_there(tmp_path: Path) -> None:
    found = read(file(tmp_path, "\ufeff" + HEAD + "kind:gp a rv:RoleKind .\r\n"))
    assert [str(s) for s in found.subjects()] == [f"{KIND}gp"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            HEAD + "kind:gp a rv:RoleKind\nkind:dps a rv:UnitKind .\n",
            "norms/a.ttl:5: this is no Turtle: expected '.' or '}' or ']' at the end of the statement before this line",
        ),
        (HEAD + '\nkind:gp rv:number "1 .\n', "norms/a.ttl:5: this is no Turtle: newline found in string literal"),
        ("\ngp:x a gp:y .\n", 'norms/a.ttl:2: this is no Turtle: Prefix "gp:" not bound'),
        (HEAD + "kind:gp a\n  <http://a/b c> .\n", "norms/a.ttl:5: <http://a/b c> is no IRI"),
        (
            HEAD + 'kind:gp a rv:RoleKind ;\n  rv:existsFrom "2020-13-01"^^xsd:date .\n',
            "norms/a.ttl:5: '2020-13-01' is no date",
        ),
        ("[" * 100_000, "norms/a.ttl: the brackets are nested too deep"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SourceError) as raised:
        read(file(tmp_path, text))
    assert raised.value.message == message


def test_a_file_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    path = file(tmp_path, "")
    path.write_bytes('<http://a> <http://b> "Ørsta" .'.encode("latin-1"))
    with pytest.raises(SourceError, match=r"norms/a\.ttl: this file is not UTF-8"):
        read(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"a\.ttl: there is no such file"):
        read(tmp_path / "a.ttl")


@pytest.mark.parametrize(
    ("subject", "text", "line"),
    [
        ("dps", "", 5),
        ("dps", f"{KIND}dps-like", 6),
        ("dps", "2004-01-01", 7),
        ("dps", f"{KIND}care", 11),
        ("dps", "nothing of the sort", 5),
        ("dps-like", "", 8),
        ("gp", "", 8),
        ("bup", f"{KIND}dps", 9),
        ("care", "", 11),
        ("smp", "", None),
    ],
)
def test_the_line_of_a_statement(tmp_path: Path, subject: str, text: str, line: int | None) -> None:
    path = file(tmp_path, BLOCKS)
    assert (URIRef(f"{KIND}dps"), None, None) in read(path)
    assert line_of(path, KIND + subject, text) == line
