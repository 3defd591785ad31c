import pytest

from tests.cli.shell import run


def test_names_those_who_may_and_leaves_out_the_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "who", "smp", "--json").json["items"]
    outcomes = {i["referrer"]["id"]: i["outcome"] for i in items}
    assert outcomes["gp"] == "permitted"
    assert outcomes["nav-office"] == "conditional"
    assert "unknown" not in outcomes.values()


def test_all_adds_the_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "who", "smp", "--all", "--json").json["items"]
    assert "unknown" in {i["outcome"] for i in items}
