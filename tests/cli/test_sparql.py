from pathlib import Path

import pytest

from tests.cli.shell import run

URGENCY = "<https://w3id.org/rettvei/ns#Urgency>"


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    return tmp_path / "question.rq"


def test_rows_come_as_tab_separated_values(capsys: pytest.CaptureFixture[str], asked: Path) -> None:
    asked.write_text(f"SELECT ?kind WHERE {{ ?kind a {URGENCY} }} ORDER BY ?kind LIMIT 1", "utf-8")
    assert run(capsys, "sparql", str(asked)).out == "?kind\n<https://w3id.org/rettvei/id/urgency/emergency>\n"


def test_rows_come_as_json(capsys: pytest.CaptureFixture[str], asked: Path) -> None:
    asked.write_text("ASK {}", "utf-8")
    assert run(capsys, "sparql", str(asked), "--json").json == {"head": {}, "boolean": True}


def test_graphs_come_as_turtle_or_as_wished(capsys: pytest.CaptureFixture[str], asked: Path) -> None:
    asked.write_text(f"PREFIX rv: <https://w3id.org/rettvei/ns#> CONSTRUCT WHERE {{ ?kind a {URGENCY} }}", "utf-8")
    assert "@prefix rv: <https://w3id.org/rettvei/ns#> ." in run(capsys, "sparql", str(asked)).out
    assert run(capsys, "sparql", str(asked), "--accept", "application/n-triples").out.count(f"{URGENCY} .\n") > 1


def test_what_is_cut_is_told(capsys: pytest.CaptureFixture[str], asked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETTVEI_SPARQL_ROWS", "2")
    asked.write_text("SELECT * { ?s ?p ?o }", "utf-8")
    ran = run(capsys, "sparql", str(asked), "--lang", "en")
    assert (ran.out.count("\n"), ran.err) == (3, "Only the first 2 rows are shown. Add a LIMIT, or ask for less.\n")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT", "The question cannot be read: The query is not valid SPARQL 1.1: error at 1:7"),
        ("", "The question cannot be read"),
        ("# all\nDROP ALL", "The question cannot be read: Nothing can be changed here"),
        ("#" * 300_000, "Too much at once"),
        ("ASK { SERVICE <http://127.0.0.1:9/> {} }", "The question cannot be read: SERVICE asks another server"),
        ("ASK {" + "{" * 100_000, "The query is too heavy: It needs more than 512 MB"),
    ],
)
def test_bad_input_is_code_2(capsys: pytest.CaptureFixture[str], asked: Path, text: str, said: str) -> None:
    asked.write_text(text, "utf-8")
    ran = run(capsys, "sparql", str(asked), "--lang", "en")
    assert (ran.code, ran.err[: len(said)]) == (2, said)


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "sparql", "nowhere.rq", "--lang", "en")
    assert (ran.code, "nowhere.rq cannot be read" in ran.err) == (2, True)
