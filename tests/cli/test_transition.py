import pytest

from tests.cli.shell import run


def test_every_stage_comes_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "transition", "--json").json["items"]
    stages = [i["stage"]["id"] for i in items]
    assert stages[:2] == ["referral", "assessment"]
    assert stages.index("ready-for-discharge") < stages.index("notice") < stages.index("discharge")


def test_a_time_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    failed = run(capsys, "transition", "admission", "--at", "half past two")
    assert failed.code == 2
    assert "2026-11-24T14:30" in failed.err
