"""What is answered has the shape that is described, and nothing that is not described."""

from typing import Any

import pytest
from pydantic import BaseModel

from api.schemas import decision, diagnosis, lists, norm, problem, task
from api.schemas.base import Page
from tests.api.client import client

ON = "on=2026-11-24"
ANSWERS: list[tuple[str, type[BaseModel]]] = [
    (f"referrals/check?referrer=municipality&receiver=dps&{ON}", decision.Decision),
    (f"referrals/check?referrer=gp&receiver=smp&place=Ask%C3%B8y&{ON}", decision.Decision),
    ("referrals/check?referrer=nav-office&receiver=smp&on=2021-01-01", decision.Decision),
    ("referrals/check?referrer=nav-office&receiver=smp&on=2001-01-01", decision.Decision),
    ("referrals/check?referrer=municipal-psychologist&receiver=dps&on=2012-03-01", decision.Decision),
    (f"referrals/who?receiver=smp&all=true&{ON}", Page[lists.Referrer]),
    (f"referrals/where?referrer=gp&{ON}", Page[lists.Receiver]),
    (f"referrals/routes?referrer=smp&receiver=dps&{ON}", Page[decision.Route]),
    (f"referrals/matrix?{ON}", lists.Matrix),
    ("referrals/diff?from=2015-06-30&to=2015-07-01", Page[lists.Difference]),
    (f"referrals/conflicts?{ON}", Page[lists.Problem]),
    ("norms?limit=500", Page[norm.Norm]),
    ("norms/gp-refers-when-needed", norm.NormAnswer),
    ("actors", Page[lists.Actor]),
    ("services", Page[lists.Service]),
    ("concepts", Page[lists.Concept]),
    ("places?limit=500", Page[lists.Place]),
    ("cases", Page[lists.Case]),
    ("timeline?limit=500", Page[lists.Event]),
    ("instruments?limit=500", Page[lists.Instrument]),
    ("findings?limit=500", Page[lists.Finding]),
    ("findings/f128", lists.FindingAnswer),
    ("responsibilities?limit=500", Page[task.Responsibility]),
    ("mandates?limit=500", Page[task.Mandate]),
    ("responsibilities/matrix?place=Ask%C3%B8y", task.TaskMatrix),
    ("transitions?at=2026-11-24T14:30", Page[task.StageAnswer]),
    ("transitions?on=2013-06-01", Page[task.StageAnswer]),
    ("diagnostics?limit=500", Page[diagnosis.Diagnosable]),
    ("diagnostics/ibbis-large-team", diagnosis.Diagnosis),
    ("concepts?scheme=rainbow-model", Page[lists.Concept]),
    ("queries?limit=500", Page[lists.StoredQuery]),
    ("coverage?place=Ask%C3%B8y", decision.CoverageAnswer),
]


def get(path: str) -> Any:
    return client().get(f"/v1/{path}").json()


@pytest.mark.parametrize(("path", "shape"), ANSWERS)
def test_an_answer_has_the_shape_that_is_described(path: str, shape: type[BaseModel]) -> None:
    body = get(path)
    assert body.get("items", [1]), "nothing to compare"
    shape.model_validate(body, extra="forbid")


def test_a_problem_has_its_shape_too() -> None:
    problem.ProblemDetails.model_validate(get("referrals/check?referrer=fastlge&receiver=dps"))


def test_every_route_of_v1_describes_its_answer() -> None:
    paths = client().get("/openapi.json").json()["paths"]
    v1 = {p: m["get"]["responses"]["200"]["content"] for p, m in paths.items() if p.startswith("/v1/")}
    assert v1
    assert [p for p, content in v1.items() if "$ref" not in content["application/json"]["schema"]] == []
