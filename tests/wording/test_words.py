"""Both languages say the same things, and every outcome has words whatever authority decided it."""

import re
from pathlib import Path

import pytest

from kg.wording.words import LANGUAGES, classes, load
from tests import real

SLOT = re.compile(r"{(\w+)}")
CODE = "\n".join(p.read_text("utf-8") for room in ("kg", "api") for p in sorted(Path(room).rglob("*.py")))
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


def test_no_room_of_words_is_unused() -> None:
    """A key is used by its whole name, or its room is named where the rest is put together."""
    rooms = {key.rpartition(".")[0] for key in load("nb").entries}
    unused = [r for r in rooms if r.split(".")[0] + "." not in CODE + TEMPLATES and r not in CODE + TEMPLATES]
    assert unused == []
