"""A setting that cannot be used is told as one, in the reader's language, with what to write instead."""

from pathlib import Path

import pytest

from kg.core.errors import BadInput
from kg.core.settings import Settings
from kg.wording.errors import explained
from kg.wording.words import load
from tests.cli.shell import run

ASK = ("check", "--referrer", "gp", "--receiver", "dps")
NO = "Innstillingen kan ikke brukes: "
WRONG = {
    "PORT=abc": "Skriv et helt tall fra 0 til 65535.",
    "KEEP_VERSIONS=0": "Skriv et helt tall som er 1 eller mer.",
    "SPARQL_SECONDS=0": "Skriv et tall over 0, og høyst 3600.",
    "NOTICE_SECONDS=-1": "Skriv et tall fra 0 til 3600.",
    "REQUIRE_REASONER=maybe": "Skriv true eller false.",
    "LOG_LEVEL=loud": "Skriv ett av disse: debug, info, warning, error.",
    "CONTACT=nobody": "Skriv en e-postadresse, eller en nettadresse som begynner med https:// eller http://.",
    "PUBLIC_URL=a": "Skriv en adresse som begynner med https:// eller http://, og slutter etter navnet på verten.",
    "STORE=a": "Skriv en adresse som begynner med https:// eller http://.",
}


@pytest.mark.parametrize(("given", "rule"), WRONG.items())
def test_a_value_that_cannot_be_used_is_told_with_its_rule(
    given: str, rule: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _, value = given.partition("=")
    monkeypatch.setenv(f"RETTVEI_{name}", value)
    ran = run(capsys, *ASK)
    assert (ran.code, ran.err) == (2, f"{NO}RETTVEI_{name} er «{value}», og det kan ikke brukes. {rule}\n")
    assert run(capsys, *ASK, "--lang", "en").err.startswith(f"The setting cannot be used: RETTVEI_{name} is “{value}”")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"prot = 1\n", f"{NO}prot (rettvei.toml) er ikke en innstilling."),
        (
            b"\nport = \n",
            "Innstillingene kan ikke leses: Filen med innstillinger, rettvei.toml, er ikke gyldig TOML (linje 2)",
        ),
        (
            b"\n\n# \xff",
            "Innstillingene kan ikke leses: Filen med innstillinger, rettvei.toml, er ikke gyldig TOML (linje 3)",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_place(
    text: bytes, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "rettvei.toml").write_bytes(text)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(BadInput) as raised:
        Settings()
    problem = explained(raised.value, load("nb"))
    assert f"{problem.title}: {problem.detail}".startswith(said)
