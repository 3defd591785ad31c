import pytest

from tests.cli.shell import run

Caps = pytest.CaptureFixture[str]


def test_answers_in_plain_words(capsys: Caps) -> None:
    ran = run(capsys, "check", "--referrer", "kommune", "--receiver", "DPS")
    assert ran.code == 0
    assert ran.out.startswith("Regn ikke med det.")
    assert "Slik kommer du videre" in ran.out


def test_json_is_the_decision_of_the_contracts(capsys: Caps) -> None:
    ran = run(capsys, "check", "--referrer", "gp", "--receiver", "smp", "--on", "2026-11-24", "--json", "--lang", "en")
    assert ran.json["outcome"] == "permitted"
    assert ran.json["headline"] == "Yes"
    assert ran.json["question"]["referrer"] == {"id": "gp", "label": "general practitioner"}


def test_a_decision_can_be_asked_again(capsys: Caps) -> None:
    first = run(capsys, "check", "--referrer", "gp", "--receiver", "smp", "--json").json
    again = run(capsys, "check", "--decision", first["decisionId"], "--json").json
    assert again == first


def test_says_when_another_version_gave_the_decision(capsys: Caps) -> None:
    first = run(capsys, "check", "--referrer", "gp", "--receiver", "smp", "--json").json
    other = "other." + first["decisionId"].partition(".")[2]
    assert run(capsys, "check", "--decision", other, "--json").json["askedOfVersion"] == "other"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--referrer", "fastlge", "--receiver", "dps"),
            "We know of no “fastlge” (referrer). Did you mean general practitioner",
        ),
        (
            ("--referrer", "gp", "--receiver", "dps", "--on", "2018-02-30"),
            "“2018-02-30” is not a date.",
        ),
        (
            ("--referrer", "gp", "--receiver", "dps", "--basis", "maybe"),
            "“maybe” is not a basis.",
        ),
        (("--referrer", "gp"), "Give --referrer and --receiver, or --decision."),
        (("--decision", "nonsense"), "This is not a decision id."),
    ],
)
def test_bad_input_is_one_line_and_code_2(capsys: Caps, words: tuple[str, ...], said: str) -> None:
    ran = run(capsys, "check", *words, "--lang=en")
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_language_that_is_none_is_said_in_bokmal(capsys: Caps) -> None:
    ran = run(capsys, "check", "--referrer", "gp", "--receiver", "dps", "--lang", "xx")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Spørsmålet kan ikke leses: «xx» er ikke noe språk her.")


def test_a_short_list_is_named_when_nothing_is_close(capsys: Caps) -> None:
    ran = run(capsys, "check", "--referrer", "gp", "--receiver", "dps", "--urgency", "whenever")
    assert ran.code == 2
    assert "planlagt" in ran.err
