import pytest

from tests.cli.shell import run


def test_lists_the_stored_queries(capsys: pytest.CaptureFixture[str]) -> None:
    assert "referral/matches" in run(capsys, "query").out


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("nb", "referral/matches place=place on=date: Hvilke"),
        ("da", "referral/matches place=place on=date: Hvilke"),
        ("en", "referral/matches place=place on=date: Which"),
    ],
)
def test_the_list_says_what_each_takes(capsys: pytest.CaptureFixture[str], lang: str, line: str) -> None:
    assert line in run(capsys, "query", "--lang", lang).out


def test_what_need_not_be_given_stands_in_brackets(capsys: pytest.CaptureFixture[str]) -> None:
    assert "timeline/events [since=date]" in run(capsys, "query").out


def test_runs_one_with_its_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    rows = run(capsys, "query", "referral/matches", "place=norway", "on=2026-11-24", "--json").json
    assert {"norm": "municipality-to-smp", "referrer": "municipality", "receiver": "smp"} in rows


@pytest.mark.parametrize("words", [("nope/nope",), ("referral/matches", "place")])
def test_bad_input_is_code_2(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    ran = run(capsys, "query", *words)
    assert ran.code == 2
    assert ran.err
