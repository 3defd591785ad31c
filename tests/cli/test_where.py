import pytest

from tests.cli.shell import run


def test_names_the_receivers(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "where", "gp", "--json").json["items"]
    outcomes = {i["receiver"]["id"]: i["outcome"] for i in items}
    assert outcomes["dps"] == "permitted"
    assert outcomes["smp"] == "permitted"
