import pytest

from tests.cli.shell import run

SETTINGS = ("outpatient", "inpatient")


def test_names_those_who_may_and_leaves_out_the_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "who", "smp", "--json").json["items"]
    outcomes = {i["referrer"]["id"]: i["outcome"] for i in items}
    assert outcomes["gp"] == "permitted"
    assert outcomes["nav-office"] == "conditional"
    assert "unknown" not in outcomes.values()


def test_all_adds_the_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "who", "smp", "--all", "--json").json["items"]
    assert "unknown" in {i["outcome"] for i in items}


def test_the_setting_counts(capsys: pytest.CaptureFixture[str]) -> None:
    asked = {s: run(capsys, "who", "dps", "--setting", s, "--on", "2026-09-01", "--json").json for s in SETTINGS}
    permitted = {
        s: {i["referrer"]["id"] for i in body["items"] if i["outcome"] == "permitted"} for s, body in asked.items()
    }
    assert "chiropractor" in permitted["outpatient"] - permitted["inpatient"]
