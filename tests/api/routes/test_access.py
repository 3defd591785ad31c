"""The authorisation API on the real graph: it says what `/v1/referrals/check` says, and `true` for a yes alone."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from api.access import examples
from api.schemas import access as shapes
from kg.model.decision import Outcome
from tests import real
from tests.api.access.shipped import ONE, TODAY, Json, asked, sent
from tests.api.client import client
from tests.architecture.tree import ROOT

QUESTIONS = ROOT.parent / "shared" / "facts" / "questions.yaml"
SAME = ("outcome", "headline", "summary", "because", "question", "reasons", "conditions", "otherwise")
IDS = ("kgVersion", "decisionId")

ASKED = [
    ("gp", "smp", {}, "permitted"),
    ("municipality", "dps", {}, "prohibited"),
    ("municipality", "dps", {"basis": "law"}, "unknown"),
    ("nav-office", "smp", {"on": "2021-01-01"}, "conditional"),
    ("gp", "smp", {"on": "2003-12-31"}, "unknown"),
    ("mental-health-team", "dps", {"service": "tsb", "place": "Askøy"}, "permitted"),
    ("gp", "tsb", {"group": "under-18", "setting": "outpatient", "urgency": "planned"}, "permitted"),
]
"""Referrer, receiver, context, and what comes of it."""


def checked(referrer: str, receiver: str, language: str = "nb", **context: Any) -> Json:
    asked = {"referrer": referrer, "receiver": receiver, "action": "refer", "lang": language, **context}
    said: Json = client().get("/v1/referrals/check", params=asked).json()
    return said


def agrees(evaluated: Json, answer: Json) -> None:
    """Both say the same, and `true` is for a yes alone."""
    assert evaluated["decision"] is (answer["outcome"] == "permitted")
    assert {k: evaluated["context"][k] for k in (*SAME, *IDS)} == {k: answer[k] for k in (*SAME, *IDS)}


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(("referrer", "receiver", "context", "outcome"), ASKED)
def test_it_says_what_check_says(referrer: str, receiver: str, context: Json, outcome: str, language: str) -> None:
    said = sent("evaluation", asked(referrer, receiver, **context), **{"Accept-Language": language})
    assert said["context"]["outcome"] == outcome
    agrees(said, checked(referrer, receiver, language, **context))
    shapes.Evaluation.model_validate(said, extra="forbid")


def test_it_says_what_check_says_for_every_receiver() -> None:
    receivers = sorted(real.index().kinds.units | real.index().kinds.services)
    for referrer in ("municipality", "gp", "patient", "dps", "substance-consultant"):
        for receiver in receivers:
            said = sent("evaluation", asked(referrer, receiver, on=TODAY))
            agrees(said, checked(referrer, receiver, on=TODAY))


@pytest.mark.parametrize(
    ("question", "referrer", "receiver", "outcome"),
    [
        ("Q001", "mental-health-team", "smp", "permitted"),
        ("Q003", "municipality", "smp", "permitted"),
        ("Q003", "municipality", "dps", "prohibited"),
        ("Q003", "smp", "dps", "prohibited"),
        ("Q003", "gp", "dps", "conditional"),
        ("Q003", "gp", "smp", "unknown"),
        ("Q006", "smp", "dps", "prohibited"),
        ("Q008", "gp", "dps", "conditional"),
        ("Q026", "municipality", "smp", "permitted"),
        ("Q038", "gp", "smp", "unknown"),
        ("Q040", "patient", "smp", "unknown"),
        ("Q040", "patient", "dps", "unknown"),
        ("Q054", "substance-consultant", "dps", "prohibited"),
        ("Q056", "mental-health-team", "dps", "prohibited"),
    ],
)
def test_it_answers_the_competency_questions_on_referral(
    question: str, referrer: str, receiver: str, outcome: str
) -> None:
    if not QUESTIONS.is_file():
        pytest.skip("the competency questions are not here: ../shared/facts/questions.yaml")
    entry = next(q for q in yaml.safe_load(QUESTIONS.read_text("utf-8")) if q["id"] == question)
    basis = entry.get("basis", "all")
    said = sent("evaluation", asked(referrer, receiver, basis=basis))
    assert said["context"]["outcome"] == outcome
    agrees(said, checked(referrer, receiver, basis=basis))


def test_a_condition_that_holds_makes_it_true() -> None:
    open_still = sent("evaluation", asked("nav-office", "smp", on="2021-01-01"), **{"Accept-Language": "en"})
    held = [c["id"] for c in open_still["context"]["conditions"][0]["allOf"]]
    assert (open_still["decision"], held) == (False, ["acts-as-social-service"])
    assert "context.holds" in open_still["context"]["notice"]
    now = sent("evaluation", asked("nav-office", "smp", on="2021-01-01", holds=held))
    assert (now["decision"], now["context"]["notice"]) == (True, None)


def test_unknown_says_that_it_does_not_mean_no() -> None:
    said = sent("evaluation", asked("municipality", "dps", basis="law"), **{"Accept-Language": "en"})
    assert (said["decision"], said["context"]["headline"]) == (False, "We know of no rule")
    assert "does not mean no" in said["context"]["notice"]
    assert said["context"]["citations"] == []


def test_citations_are_those_of_reasons_and_of_open_norms_each_once() -> None:
    said = sent("evaluation", asked("nav-office", "smp", on="2021-01-01"))["context"]
    cited = [(c["id"], c["section"]) for c in said["citations"]]
    assert len(set(cited)) == len(cited) > 1
    assert {c["id"] for r in said["reasons"] for c in r["citations"]} <= {i for i, _ in cited}


def test_names_that_people_use_are_understood_within_their_type() -> None:
    body = {"subject": {"type": "role", "id": "Fastlege"}, "action": {"name": "henvise"}}
    said = sent("evaluation", body | {"resource": {"type": "unit", "id": "DPS"}})
    assert (said["context"]["question"]["referrer"]["id"], said["decision"]) == ("gp", True)


def test_an_unknown_parameter_of_the_address_is_refused() -> None:
    assert client().post("/access/v1/evaluation?subject=gp", json=ONE).status_code == 400


def test_the_language_can_stand_in_the_address() -> None:
    said = client().post("/access/v1/evaluation?lang=en", json=ONE).json()
    assert said["context"]["headline"] == "Yes"


@pytest.mark.parametrize(("route", "shown"), examples.shown().items())
def test_the_examples_are_answered_with_something(route: str, shown: Json) -> None:
    address = route if route.startswith("evaluation") else f"search/{route}"
    for example in shown.values():
        said = sent(address, example["value"])
        assert said.get("decision", True) is True
        assert all(e["decision"] in {True, False} for e in said.get("evaluations", []))
        assert said.get("results", [1]) != []


def test_every_route_describes_its_body_and_warns_of_false() -> None:
    document = client().get("/openapi.json").json()
    operations = {p: m["post"] for p, m in document["paths"].items() if p.startswith("/access/v1/")}
    assert len(operations) == 5
    for path, said in operations.items():
        content = said["requestBody"]["content"]["application/json"]
        assert content["schema"]["$ref"].rpartition("/")[2] in document["components"]["schemas"], path
        assert content["examples"]
        assert {"200", "400", "404", "409", "413"} <= set(said["responses"])
    described = operations["/access/v1/evaluation"]["description"]
    readme = (Path(ROOT) / "README.md").read_text("utf-8")
    for text in (described, readme):
        assert "must not stop a" in text
        assert all(f"`{o.value}`" in text for o in Outcome)
        assert "holds` that nobody knows is an error" in text
