"""The authorisation API on the real graph: it says what `/v1/referrals/check` says, and `true` for a yes alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.access import evaluation, examples
from api.access.members import MOST
from api.schemas import access as shapes
from tests import real
from tests.api.client import client
from tests.architecture.tree import ROOT

Json = dict[str, Any]
QUESTIONS = ROOT.parent / "shared" / "facts" / "questions.yaml"
SAME = ("outcome", "headline", "summary", "because", "question", "reasons", "conditions", "otherwise")
IDS = ("kgVersion", "decisionId")
REFER = {"name": "refer"}
TODAY = date(2026, 11, 24).isoformat()

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


def entity(ident: str, **properties: Any) -> Json:
    kinds = real.index().kinds
    sort = "role" if ident in kinds.roles else "unit" if ident in kinds.units else "service"
    return {"type": sort, "id": ident} | ({"properties": properties} if properties else {})


def asked(referrer: str, receiver: str, **context: Any) -> Json:
    return {"subject": entity(referrer), "action": REFER, "resource": entity(receiver), "context": context}


def sent(route: str, body: Json, status: int = 200, **headers: str) -> Json:
    response = client().post(f"/access/v1/{route}", json=body, headers=headers)
    assert response.status_code == status, response.text
    said: Json = response.json()
    return said


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


def test_what_means_nothing_here_is_named() -> None:
    body = asked("gp", "smp", time="2025-06-27T18:03-07:00", **{"a/b~c": 1}, place=None)
    body["subject"]["properties"] = {"department": "Sales", "roles": ["a"], "none": None}
    body["action"] = REFER | {"properties": {"method": "GET"}}
    ignored = sent("evaluation", body)["context"]["ignored"]
    assert ignored == [
        *("/subject/properties/department", "/subject/properties/roles", "/subject/properties/none"),
        *("/action/properties/method", "/context/time", "/context/a~1b~0c"),
    ]


def test_not_everything_that_is_ignored_is_repeated() -> None:
    body = asked("gp", "smp", **{"x" * 5000: 1}, **{f"k{n}": n for n in range(60)})
    ignored = sent("evaluation", body)["context"]["ignored"]
    assert len(ignored) == 20
    assert max(map(len, ignored)) == 201


ONE = asked("gp", "smp")


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"subject": {"type": "pilot", "id": "x"}}, 400, {"pointer": "/subject/type", "known": ["role", "unit"]}),
        ({"subject": entity("tsb")}, 400, {"pointer": "/subject/type", "value": "service"}),
        ({"resource": entity("gp")}, 400, {"pointer": "/resource/type", "known": ["service", "unit"]}),
        ({"subject": {"type": "role", "id": "fastlge"}}, 404, {"pointer": "/subject/id", "code": "unknown-name"}),
        ({"subject": {"type": "unit", "id": "gp"}}, 404, {"pointer": "/subject/id"}),
        ({"subject": {"type": "role", "id": ""}}, 404, {"pointer": "/subject/id"}),
        ({"resource": {"type": "unit", "id": "tsb"}}, 404, {"pointer": "/resource/id"}),
        ({"action": {"name": "refr"}}, 404, {"pointer": "/action/name", "closest": ["refer"]}),
        ({"action": {"name": None}}, 400, {"pointer": "/action/name", "sort": "string"}),
        ({"action": []}, 400, {"pointer": "/action", "sort": "object"}),
        ({"subject": None}, 400, {"pointer": "/subject"}),
        ({"subject": entity("gp") | {"properties": []}}, 400, {"pointer": "/subject/properties"}),
        ({"context": "now"}, 400, {"pointer": "/context", "sort": "object"}),
        ({"context": {"on": "yesterday"}}, 400, {"pointer": "/context/on", "reason": "no-day"}),
        ({"context": {"on": 20260101}}, 400, {"pointer": "/context/on", "reason": "wrong-member"}),
        ({"context": {"place": "Atlantis"}}, 404, {"pointer": "/context/place"}),
        ({"context": {"basis": "rumour"}}, 400, {"pointer": "/context/basis"}),
        ({"context": {"holds": "all"}}, 400, {"pointer": "/context/holds", "sort": "array"}),
        ({"context": {"holds": ["in-group-adults", 1]}}, 400, {"pointer": "/context/holds/1"}),
        ({"context": {"holds": ["anything"]}}, 404, {"pointer": "/context/holds"}),
        ({"context": {f"k{n}": n for n in range(MOST + 1)}}, 413, {"pointer": "/context", "most": MOST}),
    ],
)
def test_a_mistake_is_told_with_its_place(change: Json, status: int, told: Json) -> None:
    said = sent("evaluation", ONE | change, status)
    assert {k: said[k] for k in told} == told
    assert said["type"].startswith("https://")
    assert "{" not in said["detail"]


def test_an_unknown_parameter_of_the_address_is_refused() -> None:
    assert client().post("/access/v1/evaluation?subject=gp", json=ONE).status_code == 400


def test_the_language_can_stand_in_the_address() -> None:
    said = client().post("/access/v1/evaluation?lang=en", json=ONE).json()
    assert said["context"]["headline"] == "Yes"


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
    assert said[1]["context"]["error"]["message"].startswith("Unknown name: We know of no “SMPP”")
    assert said[5]["decision"] is True


def test_each_of_many_is_answered_as_if_it_were_alone() -> None:
    bodies = [asked(referrer, receiver, **context) for referrer, receiver, context, _ in ASKED]
    many = sent("evaluations", {"evaluations": bodies})["evaluations"]
    assert many == [sent("evaluation", body) for body in bodies]


@pytest.mark.parametrize(
    ("change", "status", "at"),
    [
        ({"evaluations": {}}, 400, "/evaluations"),
        ({"evaluations": [{}] * (evaluation.MOST + 1)}, 413, "/evaluations"),
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


def results(route: str, body: Json) -> list[str]:
    return [r.get("id", r.get("name")) for r in sent(f"search/{route}", body)["results"]]


HELD = {"on": "2018-10-01", "place": "Bergen", "holds": ["acts-as-social-service"]}


@pytest.mark.parametrize("context", [{"on": TODAY}, HELD])
@pytest.mark.parametrize(("fixed", "sort"), [("dps", "role"), ("tsb", "role"), ("tsb", "unit")])
def test_search_is_evaluation_one_by_one(fixed: str, sort: str, context: Json) -> None:
    members = sorted(real.index().access.subjects[sort])
    found = results("subject", asked("gp", fixed, **context) | {"subject": {"type": sort}})
    assert found == [r for r in members if sent("evaluation", asked(r, fixed, **context))["decision"]] != []


@pytest.mark.parametrize("referrer", ["gp", "municipality"])
def test_search_for_resources_is_evaluation_one_by_one(referrer: str) -> None:
    for sort, members in real.index().access.resources.items():
        found = results("resource", asked(referrer, "smp") | {"resource": {"type": sort}})
        assert found == [r for r in sorted(members) if sent("evaluation", asked(referrer, r))["decision"]] != []


def test_search_for_actions_is_evaluation_one_by_one() -> None:
    actions = sorted(real.index().kinds.lists["action"])
    found = results("action", {k: v for k, v in ONE.items() if k != "action"})
    assert found == [a for a in actions if sent("evaluation", ONE | {"action": {"name": a}})["decision"]]
    assert "refer" in found


SEARCH = ONE | {"subject": {"type": "role"}}


@pytest.mark.parametrize("limit", [1, 5, 1000])
def test_pages_make_up_the_whole(limit: int) -> None:
    whole = sent("search/subject", SEARCH)
    assert whole["page"] == {"next_token": "", "count": len(whole["results"]), "total": len(whole["results"])}
    shapes.EntityResults.model_validate(whole, extra="forbid")
    found, page = [], {"limit": limit}
    for _ in range(whole["page"]["total"] + 1):
        said = sent("search/subject", SEARCH | {"page": page})
        assert said["page"]["count"] == len(said["results"]) <= limit
        found += said["results"]
        if not said["page"]["next_token"]:
            break
        page = {"token": said["page"]["next_token"]}
    assert found == whole["results"]


def test_a_limit_of_none_gives_the_total() -> None:
    said = sent("search/subject", SEARCH | {"page": {"limit": 0}})
    assert (said["results"], said["page"]["count"]) == ([], 0)
    assert said["page"]["total"] > 0
    assert said["page"]["next_token"]


def test_a_token_is_of_one_search_alone() -> None:
    token = sent("search/subject", SEARCH | {"page": {"limit": 2}})["page"]["next_token"]
    assert sent("search/subject", SEARCH | {"page": {"limit": 2, "token": token}})["page"]["count"] == 2
    others = [
        ("subject", SEARCH | {"page": {"limit": 3, "token": token}}),
        ("subject", SEARCH | {"context": {"on": TODAY}, "page": {"token": token}}),
        ("subject", SEARCH | {"resource": entity("dps"), "page": {"token": token}}),
        ("resource", ONE | {"page": {"token": token}}),
        ("subject", SEARCH | {"page": {"token": "bm9uc2Vuc2U"}}),
        ("subject", SEARCH | {"page": {"token": "ø" * 3}}),
        ("subject", SEARCH | {"page": {"token": token[:-4]}}),
    ]
    for route, body in others:
        said = sent(f"search/{route}", body, 400)
        assert (said["pointer"], said["reason"]) == ("/page/token", "other-token")


@pytest.mark.parametrize("page", [{"limit": -1}, {"limit": "2"}, {"limit": True}, {"limit": 1.5}, {"token": 1}, []])
def test_a_page_that_is_none(page: Any) -> None:
    assert sent("search/subject", SEARCH | {"page": page}, 400)["pointer"].startswith("/page")


def test_a_limit_of_any_size_is_read() -> None:
    assert sent("search/subject", SEARCH | {"page": {"limit": 10**300}})["page"]["next_token"] == ""


@pytest.mark.parametrize(
    ("change", "unknown"),
    [
        ({"subject": {"type": "pilot"}}, "/subject/type"),
        ({"resource": {"type": "role", "id": "gp"}}, "/resource/type"),
        ({"resource": {"type": "unit", "id": "nowhere"}}, "/resource/id"),
        ({"action": {"name": "fly"}}, "/action/name"),
    ],
)
def test_what_nobody_knows_finds_nothing_and_is_named(change: Json, unknown: str) -> None:
    said = sent("search/subject", SEARCH | change)
    assert (said["results"], said["context"]["unknown"]) == ([], unknown)


def test_a_mistake_in_the_context_of_a_search_is_an_error() -> None:
    assert sent("search/subject", SEARCH | {"context": {"place": "Atlantis"}}, 404)["pointer"] == "/context/place"
    assert sent("search/subject", SEARCH | {"context": {"on": "?"}}, 400)["pointer"] == "/context/on"


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
    assert "must not" in operations["/access/v1/evaluation"]["description"]
    readme = (Path(ROOT) / "README.md").read_text("utf-8")
    assert "`false`" in readme
