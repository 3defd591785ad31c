"""The page "Hva må skje nå?" over the real graph."""

from tests.api.client import client


def text(**given: str) -> str:
    answer = client().get("/hva-na", params=given)
    assert answer.status_code == 200
    return answer.text


def test_without_a_stage_the_stages_are_offered_in_order() -> None:
    shown = text(lang="nb")
    assert shown.index("stage=admission") < shown.index("stage=ready-for-discharge") < shown.index("stage=discharge")
    assert "<article" not in shown


def test_a_stage_shows_who_what_and_on_which_basis() -> None:
    shown = text(stage="admission", on="2026-11-24", lang="nb")
    assert "Dette skal skje" in shown
    assert "spesialisthelsetjenesteloven" in shown
    assert "24. november 2026" in shown


def test_the_link_keeps_the_day_and_the_language() -> None:
    shown = text(stage="admission", on="2018-01-01", lang="en")
    assert "/hva-na?stage=admission&amp;on=2018-01-01&amp;lang=en" in shown


def test_the_answer_can_be_copied_as_text() -> None:
    shown = text(stage="discharge", lang="nb")
    assert '<pre id="text">' in shown
    assert shown.count('class="copy"') == 1


def test_a_place_that_is_none_is_told_on_the_page() -> None:
    answer = client().get("/hva-na", params={"stage": "admission", "place": "<b>Nowhere</b>"})
    assert answer.status_code == 404
    assert "&lt;b&gt;Nowhere" in answer.text
    assert "<b>Nowhere" not in answer.text


def test_a_time_that_is_none_is_told_on_the_page() -> None:
    answer = client().get("/hva-na", params={"stage": "admission", "at": "noon"})
    assert answer.status_code == 400
    assert "2026-11-24T14:30" in answer.text
