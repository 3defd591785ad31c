"""The changes between two versions as lines that one reads."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.decisions.changed import changed
from kg.decisions.norm_fields import by_norm
from kg.index.index import Index
from kg.index.shelf import shelve
from kg.model.norm import Norm
from kg.wording import changes, news
from kg.wording.voice import Voice, voices
from tests import real

ON = date(2026, 11, 24)
SMP, SANDNES = "municipality-to-smp", "sandnes-dps-others"
LAST_DAY = date(2027, 12, 31)


def only(norm: str, change: Callable[[Norm], Norm | None]) -> Index:
    """The real index with one norm otherwise, or without it."""
    index = real.index()
    norms = (change(n) if n.id == norm else n for ns in by_norm(index).values() for n in ns)
    return replace(index, shelf=shelve([n for n in norms if n], index.places))


def told(old: Index, new: Index, voice: Voice) -> dict[str, Any]:
    (item,) = changes.shown(changed(old, new, ON), voice, voice)["items"]
    return dict(item)


@pytest.mark.parametrize(
    ("language", "title", "fields"),
    [
        ("nb", "Opphører 31. desember 2027: ", ["Ingen andre: ikke satt → ja", "Til: ikke satt → 31. desember 2027"]),
        ("en", "Ends on 31 December 2027: ", ["Nobody else: not set → yes", "To: not set → 31 December 2027"]),
    ],
)
def test_an_end_to_come_is_told_with_its_day_written_out(language: str, title: str, fields: list[str]) -> None:
    voice = voices(real.index())[language]
    item = told(real.index(), only(SMP, lambda n: replace(n, valid_to=LAST_DAY, exclusive=True)), voice)
    assert news.title(item, voice).startswith(title)
    assert list(news.lines(item, voice))[:2] == fields


def test_a_question_is_told_with_its_place_and_what_is_not_taken_for_granted() -> None:
    voice = voices(real.index())["nb"]
    narrow = {"settings": frozenset({"inpatient"}), "conditions": frozenset({"prior-contact"})}
    item = told(only(SMP, lambda n: replace(n, **narrow)), only(SMP, lambda _: None), voice)  # type: ignore[arg-type]
    inpatient, condition = voice.label("setting", "inpatient"), voice.label("condition", "prior-contact")
    for line in news.answers(item["answers"], item["answersInAll"], voice):
        assert " til sosialmedisinsk poliklinikk i Norge (" in line
        assert f"behandlingsform: {inpatient}; når dette er oppfylt: {condition})" in line
    there = told(real.index(), only(SANDNES, lambda _: None), voice)
    assert all(" i Sandnes, 24. november 2026: " in news.answered(a, voice) for a in there["answers"])


@pytest.mark.parametrize("language", ["nb", "en"])
def test_no_two_lines_ask_the_same_and_no_answer_reads_the_same_before_and_after(language: str) -> None:
    voice = voices(real.index())[language]
    for norm in (SMP, SANDNES, "helse-bergen-tsb-others"):
        item = told(real.index(), only(norm, lambda _: None), voice)
        lines = [news.answered(a, voice) for a in item["answers"]]
        asked = [line.rpartition(" → ")[0].partition(": ")[0] for line in lines]
        assert len(set(asked)) == len(asked) > 0
        for answer in item["answers"]:
            before, after = (news._side(answer[side], voice, whole=True) for side in ("before", "after"))
            assert before != after


def test_a_list_that_is_cut_says_how_many_more_there_are() -> None:
    voice = voices(real.index())["nb"]
    answers = told(real.index(), only(SMP, lambda _: None), voice)["answers"]
    assert list(news.answers(answers[:2], 9, voice))[2:] == ["– og 7 til"]
    assert len(list(news.answers(answers, len(answers), voice))) == len(answers)
    assert list(news.answers(answers[:1], 2, voices(real.index())["en"]))[1:] == ["– and 1 more"]
