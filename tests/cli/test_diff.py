import pytest

from tests.cli.shell import run


def test_says_what_july_2015_changed(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "diff", "--from", "2015-06-30", "--to", "2015-07-01", "--json").json["items"]
    pairs = {(i["question"]["referrer"]["id"], i["question"]["receiver"]["id"]): i for i in items}
    assert pairs["municipal-psychologist", "dps"]["after"]["outcome"] == "permitted"


def test_says_that_nothing_differs(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "diff", "--from", "2026-10-01", "--to", "2026-10-02").out == "Ingen forskjell.\n"
