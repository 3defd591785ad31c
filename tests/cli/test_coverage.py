import pytest

from tests.cli.shell import run


def test_says_when_the_law_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    found = run(capsys, "coverage", "--place", "Askøy", "--json").json
    assert found["place"]["label"] == "Askøy"
    assert found["law"] == {"checkedOn": "2026-07-02"}
