"""Tasks and decisions in words, in a small world."""

from datetime import date
from functools import cache

import pytest

from kg.decisions.responsibility import DECISIONS, TASKS, placed
from kg.index.resolve_task import resolve_task
from kg.model.question import Asked
from kg.wording import tasks
from kg.wording.voice import Voice, voices
from tests.worlds import small


@cache
def spoken() -> dict[str, Voice]:
    return voices(small.index("tasks"))


def headline(task: str, sort: str = "task", lang: str = "nb", **facets: str) -> str:
    voice = spoken()[lang]
    asked = resolve_task(voice.index, Asked(action=task, **facets), date(2020, 1, 1))
    (found,) = placed(voice.index, asked, TASKS if sort == "task" else DECISIONS)
    return tasks.headline(found, sort, voice)


@pytest.mark.parametrize(
    ("task", "nb", "en"),
    [
        ("plan", "Bykommune har ansvaret.", "Responsible: town."),
        ("meet", "Flere har hver sin del: klinikk og bykommune.", "Several have a part each: clinic and town."),
        ("walk", "Byteam har ansvaret, etter det en studie forteller.", "Responsible: town team, as a study tells it."),
        (
            "share",
            "Ingen har plikt til dette etter det vi vet, men klinikk kan.",
            "Nobody must, as far as we know, but clinic may.",
        ),
        ("finish", "Ingen kjent regel sier hvem som har ansvaret.", "No known rule says who is responsible."),
    ],
)
def test_a_task_in_one_sentence(task: str, nb: str, en: str) -> None:
    assert (headline(task), headline(task, lang="en")) == (nb, en)


def test_a_decision_in_one_sentence() -> None:
    assert headline("finish", "subject") == "Behandler avgjør."
    assert headline("grant", "subject", service="body-care") == "Ingen kjent regel sier hvem som avgjør."
    assert headline("grant", "subject").startswith("Kildene er uenige om hvem som avgjør: ")


def test_a_mandate_says_who_cannot_set_it_aside_and_where_it_is_raised() -> None:
    voice = spoken()["nb"]
    asked = resolve_task(voice.index, Asked(action="finish"), date(2020, 1, 1))
    (found,) = placed(voice.index, asked, DECISIONS)
    shown = tasks.mandate(found, voice)
    assert shown["challenge"] == [
        "Kan ikke settes til side av bykommune.",
        "Uenighet kan tas opp her: rundebord og domstol.",
    ]
    assert [d["norm"] for d in shown["displaced"]] == ["town-finishes"]
