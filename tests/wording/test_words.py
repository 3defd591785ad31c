"""Both languages say the same things, and every outcome has words whatever authority decided it."""

import re
from pathlib import Path

import pytest

from api.errors import STATUS
from kg.decisions.nearest import FACETS
from kg.decisions.permission import RECEIVER_DID_NOT_EXIST, REFERRER_DID_NOT_EXIST
from kg.index.names import EARLIER_NAME, LATER_NAME
from kg.model.decision import Outcome, Sign
from kg.wording.words import LANGUAGES, classes, load
from tests import real

SLOT = re.compile(r"{(\w+)}")
CODE = "\n".join(p.read_text("utf-8") for room in ("kg", "api") for p in sorted(Path(room).rglob("*.py")))
REASONED = {
    "bad-input": "(?:BadInput|Refused)",
    "not-found": "NotFound",
    "store-missing": "StoreMissing",
    "store-unavailable": "StoreUnavailable",
    "unsupported-media-type": "UnsupportedMedia",
    "too-large": "(?:TooLarge|HeadTooLarge|AddressTooLong)",
    "not-ready": "NotReady",
    "busy": "Busy",
}
TEMPLATES = "\n".join(p.read_text("utf-8") for p in sorted(Path("api/ui/templates").glob("*.html")))


def test_bokmal_and_english_have_the_same_keys_and_slots() -> None:
    nb, en = load("nb").entries, load("en").entries
    assert set(nb) == set(en)
    for key, text in nb.items():
        assert set(SLOT.findall(text)) == set(SLOT.findall(en[key])), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_empty(language: str) -> None:
    assert all(text.strip() for text in load(language).entries.values())


def test_every_authority_has_a_class_and_each_class_has_words() -> None:
    found, words = classes(), load("nb")
    for authority in real.index().kinds.outranks:
        name = found[f"class.{authority}"]
        for outcome in ("permitted", "prohibited"):
            assert words.has(f"headline.{outcome}.{name}")
            assert words.has(f"headline.{outcome}-nationwide.{name}")
            assert words.has(f"line.{outcome}.{name}")
            assert words.has(f"summary.{outcome}.{name}")
            assert f"tone.{outcome}.{name}" in found


def test_only_rule_text_is_red() -> None:
    red = {key for key, tone in classes().items() if tone == "no"}
    assert red == {"tone.prohibited.law", "tone.prohibited.agreement", "tone.prohibited.routine"}


def members() -> dict[str, set[str]]:
    """Tables of words whose keys are values of the engine, an error or the data: they have to be the same."""
    classes_of = {name for key, name in classes().items() if key.startswith("class.")}
    colours = {name for key, name in classes().items() if key.startswith("tone.")}
    graded = set(real.index().kinds.outranks)
    reasons = {code: set(re.findall(rf"{name}\([^)]*reason=\"([\w-]+)\"", CODE)) for code, name in REASONED.items()}
    return {
        **{f"{part}.{sign}": classes_of for part in ("line", "summary") for sign in ("permitted", "prohibited")},
        **{f"headline.{sign}": classes_of for sign in ("permitted", "prohibited")},
        **{f"headline.{sign}-nationwide": classes_of for sign in ("permitted", "prohibited")},
        **{f"{part}.conditional": set(Sign) for part in ("headline", "line", "summary")},
        **{f"otherwise.{form}": colours for form in ("clause", "statement")},
        **{f"problem-reason.{code}": found for code, found in reasons.items()},
        "because": {REFERRER_DID_NOT_EXIST, RECEIVER_DID_NOT_EXIST},
        "facet": set(FACETS),
        "grade": graded,
        "grade-undated": graded,
        "note": {EARLIER_NAME, LATER_NAME},
        "outcome": set(Outcome),
        "problem": {e.code for e in STATUS} | {"method-not-allowed"},
    }


def test_tables_have_words_for_every_value_and_for_no_other() -> None:
    entries = load("nb").entries
    found = {t: {k.removeprefix(f"{t}.") for k in entries if k.rpartition(".")[0] == t} for t in members()}
    assert found == members()


def test_no_other_words_are_unused() -> None:
    """A key is used by its whole name, or by its table with the rest put together there."""
    entries = set(load("nb").entries)
    rest = {k for k in entries if k.rpartition(".")[0] not in members()}
    built = set(re.findall(r"\"([a-z-]+\.(?:[a-z-]+\.)?(?:[a-z]+-)?)(?:\{|\" ~)", CODE + TEMPLATES))
    unused = [k for k in rest if f'"{k}"' not in CODE + TEMPLATES and not any(k.startswith(b) for b in built)]
    assert sorted(unused) == []
    assert not any(b == "" for b in built)
