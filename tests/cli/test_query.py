import pytest

from tests.cli.shell import run


def test_lists_the_stored_queries(capsys: pytest.CaptureFixture[str]) -> None:
    assert "referral/matches" in run(capsys, "query").out


def test_runs_one_with_its_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    rows = run(capsys, "query", "referral/matches", "place=norway", "on=2026-11-24", "--json").json
    assert {"norm": "municipality-to-smp", "referrer": "municipality", "receiver": "smp"} in rows


@pytest.mark.parametrize("words", [("nope/nope",), ("referral/matches", "place")])
def test_bad_input_is_code_2(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    ran = run(capsys, "query", *words)
    assert ran.code == 2
    assert ran.err
