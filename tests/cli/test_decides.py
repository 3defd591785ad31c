import pytest

from tests.cli.shell import run


def test_who_decides_with_the_basis(capsys: pytest.CaptureFixture[str]) -> None:
    (item,) = run(capsys, "decides", "enrol-in-lar", "--json").json["items"]
    assert item["outcome"] == "settled"
    assert [b["actor"]["id"] for b in item["bearers"]] == ["specialist-care-doctor"]


def test_before_the_regulation_nobody_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "decides", "enrol-in-lar", "--on", "2005-01-01").out
    assert "Ingen kjent regel sier hvem som avgjør." in said


def test_what_nobody_decides_by_that_name_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "decides", "the weather").code == 2
