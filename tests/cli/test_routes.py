import pytest

from tests.cli.shell import run


def test_goes_over_the_gp(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "routes", "municipality", "dps")
    assert (
        ran.out.splitlines()[0] == "involver fastlege, deretter henvisning fra fastlege til distriktspsykiatrisk senter"
    )
