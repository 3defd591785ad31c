"""The command line over an endpoint: the same answers, and one line that says what is the matter."""

from collections.abc import Iterator

import pytest

from tests.cli.shell import run
from tests.remote import serving
from tests.store.lying import elsewhere, lying, passing_on
from tests.store.served import free_port

ASKED = ("check", "--referrer", "GP", "--receiver", "DPS", "--on", "2026-11-24")
Printed = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serving() as server:
        yield server.url


def test_it_answers_as_from_the_disk(address: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [(*ASKED, "--json"), ("who", "dps", "--json"), ("query", "terms/by_label", "label=fastlege")]
    from_disk = [run(capsys, *line) for line in words]
    monkeypatch.setenv("RETTVEI_STORE", address)
    assert [run(capsys, *line) for line in words] == from_disk
    assert all(ran.code == 0 for ran in from_disk)


def test_a_name_that_is_unknown_is_told_with_what_may_be_meant(
    address: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RETTVEI_STORE", address)
    assert "Mente du fastlege" in run(capsys, "check", "--referrer", "fastlge", "--receiver", "dps").err


def test_a_store_that_is_not_there_is_one_line(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETTVEI_STORE", f"http://127.0.0.1:{free_port()}/query")
    ran = run(capsys, *ASKED)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "Regelgrafen er ikke tilgjengelig nå: Det går ikke an å nå grafdatabasen.\n"


def test_a_store_that_points_elsewhere_is_not_followed(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    with lying(elsewhere) as server:
        monkeypatch.setenv("RETTVEI_STORE", server.url)
        ran = run(capsys, *ASKED, "--lang", "en")
    assert ran.code == 2
    assert "points to another address, which is not followed" in ran.err


def test_a_wrong_engine_is_named_by_the_probe_it_fails(
    address: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lying(passing_on(address, lambda _, answer: answer.replace(b'"navn"', b'"nevn"'))) as server:
        monkeypatch.setenv("RETTVEI_STORE", server.url)
        ran = run(capsys, *ASKED, "--lang", "en")
    assert ran.code == 2
    assert "fails the probe “terms”: 8 rows, 7 of them right, where 8 are expected." in ran.err


@pytest.mark.parametrize("address", ["ftp://a.example/", "a.example/query", "http://"])
def test_what_is_no_address_is_told(address: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETTVEI_STORE", address)
    ran = run(capsys, *ASKED)
    assert ran.code == 2
    assert "RETTVEI_STORE" in ran.err
