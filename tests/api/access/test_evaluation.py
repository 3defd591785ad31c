"""Many evaluations: defaults, the three semantics, and a mistake in one of them."""

from typing import Any

import pytest

from api.access.evaluation import MOST
from api.schemas import access as shapes
from tests.api.access.shipped import ONE, REFER, TODAY, Json, asked, entity, sent

YES, NO, WRONG = {"resource": entity("smp")}, {"resource": entity("hospital")}, {"resource": {"type": "x", "id": "y"}}
MUNICIPALITY: Json = {"subject": entity("municipality"), "action": REFER, "context": {"place": "norway", "on": TODAY}}


@pytest.mark.parametrize(
    ("semantic", "items", "decisions"),
    [
        (None, [YES, NO, WRONG, YES], [True, False, False, True]),
        ("execute_all", [NO, YES], [False, True]),
        ("deny_on_first_deny", [YES, NO, YES], [True, False]),
        ("deny_on_first_deny", [YES, WRONG, YES], [True, False]),
        ("deny_on_first_deny", [YES, YES], [True, True]),
        ("permit_on_first_permit", [NO, WRONG, YES, NO], [False, False, True]),
        ("permit_on_first_permit", [NO], [False]),
    ],
)
def test_the_three_semantics(semantic: str | None, items: list[Json], decisions: list[bool]) -> None:
    options = {"options": {"evaluations_semantic": semantic, "other": 1}}
    said = sent("evaluations", MUNICIPALITY | options | {"evaluations": items})
    assert [e["decision"] for e in said["evaluations"]] == decisions
    shapes.Evaluations.model_validate(said)


def test_a_mistake_in_one_of_many_is_told_in_its_place() -> None:
    items: list[Any] = [
        {},
        {"resource": {"type": "unit", "id": "SMPP"}},
        {"action": {}},
        "x",
        YES | {"context": {"on": "?"}},
    ]
    body = MUNICIPALITY | {"evaluations": [*items, YES]}
    said = sent("evaluations", body, **{"Accept-Language": "en"})["evaluations"]
    errors = [(e["decision"], e["context"]["error"]["status"], e["context"]["error"]["pointer"]) for e in said[:5]]
    assert errors == [
        (False, 400, "/evaluations/0/resource"),
        (False, 404, "/evaluations/1/resource/id"),
        (False, 400, "/evaluations/2/action/name"),
        (False, 400, "/evaluations/3"),
        (False, 400, "/evaluations/4/context/on"),
    ]
    assert said[1]["context"]["error"]["message"].startswith("Unknown name: We know of no “SMPP” (resource)")
    assert all("says nothing of the referral" in e["context"]["notice"] for e in said[:5])
    shapes.Evaluations.model_validate({"evaluations": said})
    assert said[5]["decision"] is True


@pytest.mark.parametrize("many", [{}, {"evaluations": []}, {"evaluations": None}, {"evaluations": [{}]}])
def test_an_unknown_semantic_is_an_error_also_where_there_is_one_evaluation(many: Json) -> None:
    said = sent("evaluations", ONE | many | {"options": {"evaluations_semantic": "first"}}, 400)
    assert (said["reason"], said["pointer"]) == ("no-semantic", "/options/evaluations_semantic")
    assert sent("evaluations", ONE | {"options": {"evaluations_semantic": "execute_all"}})["decision"] is True


def test_each_of_many_is_answered_as_if_it_were_alone() -> None:
    held = asked("nav-office", "smp", on="2021-01-01", holds=["acts-as-social-service"])
    bodies = [ONE, asked("municipality", "dps"), asked("municipality", "dps", basis="law"), held]
    many = sent("evaluations", {"evaluations": bodies})["evaluations"]
    assert many == [sent("evaluation", body) for body in bodies]


@pytest.mark.parametrize(
    ("change", "status", "at"),
    [
        ({"evaluations": {}}, 400, "/evaluations"),
        ({"evaluations": [{}] * (MOST + 1)}, 413, "/evaluations"),
        ({"options": []}, 400, "/options"),
        ({"options": {"evaluations_semantic": "first"}}, 400, "/options/evaluations_semantic"),
        ({"subject": "gp"}, 400, "/subject"),
        ({"action": {}}, 400, "/action/name"),
        ({"resource": {"type": "unit"}}, 400, "/resource/id"),
        ({"context": 1}, 400, "/context"),
    ],
)
def test_what_is_wrong_with_the_whole_is_an_error(change: Json, status: int, at: str) -> None:
    assert sent("evaluations", ONE | {"evaluations": [{}]} | change, status)["pointer"] == at
