import pytest

from tests.cli.shell import run


def test_a_task_has_its_bearers_with_their_basis(capsys: pytest.CaptureFixture[str]) -> None:
    (item,) = run(capsys, "responsible", "--task", "assess", "--json").json["items"]
    assert item["outcome"] == "settled"
    cited = {c["instrument"] for b in item["bearers"] for r in b["reasons"] for c in r["citations"]}
    assert "pbrl" in cited


def test_an_actor_gets_its_own_tasks(capsys: pytest.CaptureFixture[str]) -> None:
    items = run(capsys, "responsible", "--actor", "legevaktslege", "--json").json["items"]
    assert {b["actor"]["id"] for i in items for b in i["bearers"]} >= {"out-of-hours-doctor"}
    assert all(i["bearers"] for i in items)


def test_lines_say_who_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "responsible", "--task", "assess", "--lang", "en").out
    assert said.startswith("Assess a referral: ")
    assert "Patients' and Users' Rights Act § 2-2 a (2)" in said


def test_a_name_that_is_none_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    failed = run(capsys, "responsible", "--task", "asess")
    assert failed.code == 2
    assert "asess" in failed.err
