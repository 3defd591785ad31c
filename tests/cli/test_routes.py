import pytest

from tests.cli.shell import run


def test_goes_over_the_gp(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "routes", "municipality", "dps")
    assert (
        ran.out.splitlines()[0] == "kommune involverer fastlege, så fastlege henviser til distriktspsykiatrisk senter"
    )
