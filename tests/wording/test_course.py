"""Steps, deadlines and payment in words, in a small world."""

from datetime import date
from typing import Any

import pytest

from kg.decisions.course import course
from kg.index.resolve_task import parse_time, resolve_task
from kg.model.question import Asked
from kg.wording import course as words
from kg.wording.voice import voices
from tests.worlds import small


@pytest.fixture(scope="module")
def said() -> Any:
    return voices(small.index("tasks"))


def stage(said: Any, name: str, lang: str = "nb", at: str = "", **facets: str) -> dict[str, Any]:
    voice = said[lang]
    asked = resolve_task(voice.index, Asked(stage=name, **facets), date(2018, 3, 1))
    (found,) = course(voice.index, asked, parse_time(voice.index, "at", at, asked.place) if at else None)
    return words.stage(found, voice)


def test_a_deadline_is_told_to_the_minute_once_its_event_is_known(said: Any) -> None:
    (due,) = stage(said, "admission", at="2018-03-01T14:30", service="body-care")["steps"][0]["due"]
    assert (due["statement"], due["until"]) == ("senest 2. mars 2018 kl. 14.30", "2018-03-02T14:30:00+01:00")
    (due,) = stage(said, "admission", service="body-care")["steps"][0]["due"]
    assert (due["statement"], due["until"]) == ("innen 24 timer etter innleggelsen", None)
    (due,) = stage(said, "admission", "en", at="2018-03-01T14:30", service="body-care")["steps"][0]["due"]
    assert due["statement"] == "by 2 March 2018 at 14:30"


def test_at_once_is_no_time_of_day(said: Any) -> None:
    (step,) = stage(said, "stay", at="2018-03-01T14:30")["steps"]
    assert [d["statement"] for d in step["due"]] == ["straks", "straks der"]


def test_a_day_costs_what_its_year_says_or_it_was_not_found(said: Any) -> None:
    (step,) = stage(said, "payment", on="2012-06-01")["steps"]
    assert (step["pays"]["kroner"], step["pays"]["assurance"]) == (4000, "a")
    assert step["pays"]["statement"].startswith("4\N{NO-BREAK SPACE}000 kroner per døgn")
    (step,) = stage(said, "payment", on="2013-06-01")["steps"]
    assert (step["pays"]["kroner"], step["pays"]["statement"]) == (None, "Satsen for dette året er ikke funnet.")


def test_what_is_local_is_said_in_the_readers_language(said: Any) -> None:
    assert stage(said, "admission")["questions"][0]["localMatters"] == ["Lokale avtaler kan si mer."]
    assert stage(said, "admission", "en")["questions"][0]["localMatters"] == ["Local agreements may say more."]


def test_lines_number_the_steps_and_give_their_basis(said: Any) -> None:
    lines = words.lines(stage(said, "admission", service="body-care"))
    assert lines[1:3] == ["Innleggelse", "  1. Klinikken skal varsle. (loven § 1)"]
    assert words.lines(stage(said, "discharge"))[2].strip().startswith("Ingen kjent regel sier hva som skal skje")
