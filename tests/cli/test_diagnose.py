import pytest

from tests.cli.shell import run


def test_a_team_is_told_by_size_flags_concepts_and_evaluation(capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, "diagnose", "ibbis-large-team", "--json").json
    assert told["people"] == 16
    states = {f["code"]: f["state"] for f in told["flags"]}
    assert (states["TC01"], states["TC02"], states["TC10"]) == ("flagged", "met", "flagged")
    assert told["evaluations"]


def test_lines_put_flags_first(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "diagnose", "ibbis-small-team", "--lang", "en").out
    assert said.index("TC01 in place") < said.index("Reported barriers") < said.index("What evaluations found")


def test_a_team_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    failed = run(capsys, "diagnose", "ibbis-larg-team")
    assert failed.code == 2
    assert "ibbis-larg-team" in failed.err
