from pathlib import Path

import pytest

import kg
from kg.cli.main import app, explained
from kg.core.errors import BuildError, UnknownName
from kg.wording.words import load
from tests.cli.shell import run


def test_a_build_error_names_each_problem() -> None:
    said = explained(BuildError("Broken.", ["a.ttl:1: x", "b.ttl:2: y"]), load("en"))
    assert said == "The ontology does not build: Broken.\n  a.ttl:1: x\n  b.ttl:2: y"


def test_an_unknown_name_offers_the_closest() -> None:
    error = UnknownName("No such.", parameter="place", value="x", closest=["a", "b"])
    assert explained(error, load("en")) == "Unknown name: We know of no “x” (place). Did you mean a, b?"


def test_names_to_choose_from_are_said_as_people_write_them(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = run(capsys, "check", "--referrer", "fastlgee", "--receiver", "DPS")
    assert wrong.err == "Ukjent navn: Vi kjenner ingen «fastlgee» (referrer). Mente du fastlege, vikar for fastlege?\n"
    two = run(capsys, "check", "--referrer", "gp", "--receiver", "DPS", "--place", "Våler")
    assert "kan bety Våler (no-3114), Våler (no-3419)." in two.err
    assert (wrong.code, two.code) == (2, 2)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ((), "Regelgrafen er ikke bygget: Kjør «rettvei build».\n"),
        (("--lang", "en"), "The rule graph has not been built: Run “rettvei build”.\n"),
        (("--lang=en",), "The rule graph has not been built: Run “rettvei build”.\n"),
    ],
)
def test_a_missing_graph_is_one_line_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    language: tuple[str, ...],
    said: str,
) -> None:
    monkeypatch.setattr("tests.real.home", lambda: tmp_path)
    ran = run(capsys, "check", "--referrer", "gp", "--receiver", "dps", *language)
    assert (ran.code, ran.out, ran.err) == (2, "", said)


def test_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "--version")
    assert (ran.code, ran.out) == (0, f"rettvei {kg.__version__}\n")


def test_help_tells_the_verbs_and_the_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    text = run(capsys, "--help").out
    assert "Exit codes" in text
    assert [c.name for c in app.registered_commands if f" {c.name} " not in text] == []


def test_a_verb_that_is_none_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "chekc").code == 2
