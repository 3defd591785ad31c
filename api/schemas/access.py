"""What goes in and out under /access/v1, by the names of the standard (OpenID AuthZEN Authorization API 1.0)."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import models_json_schema

from api.schemas.base import Shape
from api.schemas.decision import Because, Group, Otherwise, Question
from api.schemas.norm import Citation, Matched
from kg.model.decision import Outcome

Properties = dict[str, Any]


class Wire(BaseModel):
    """An object of the standard: names as it writes them; what it does not know is ignored."""

    model_config = ConfigDict(defer_build=True)


class AccessSubject(Wire):
    """Who refers."""

    type: str = Field(description="`role` or `unit`.", examples=["role"])
    id: str = Field(description="An id, a code, or any name in bokmål, nynorsk, Danish or English.", examples=["gp"])
    properties: Properties | None = None


class AccessResource(Wire):
    """To whom, or for which service."""

    type: str = Field(description="`unit` or `service`.", examples=["unit"])
    id: str = Field(description="An id, a code, or any name.", examples=["smp"])
    properties: Properties | None = None


class AccessAction(Wire):
    """What is to be done."""

    name: str = Field(description="The id of an action, or a name of it.", examples=["refer"])
    properties: Properties | None = None


class SoughtType(Wire):
    """What is searched for: a type; an id is not read."""

    type: str
    properties: Properties | None = None


class AccessFacets(Wire):
    """What else a question may say, as in `/v1/referrals/check`. Other members are ignored, and named."""

    model_config = ConfigDict(defer_build=True, extra="allow")

    on: str | None = Field(None, description="The day; today in Norway if left out.", examples=["2026-07-02"])
    place: str | None = None
    service: str | None = None
    setting: str | None = None
    group: str | None = None
    urgency: str | None = None
    basis: str | None = Field(None, description="law, papers or all.")
    holds: list[str] | None = Field(
        None, description="Conditions that hold, by their ids in an answer. An id that nobody knows is an error."
    )


class EvaluationRequest(Wire):
    """May this subject do this to this resource?"""

    subject: AccessSubject
    action: AccessAction
    resource: AccessResource
    context: AccessFacets | None = None


class EvaluationItem(Wire):
    """One of many; what it leaves out, a default of the request stands in for."""

    subject: AccessSubject | None = None
    action: AccessAction | None = None
    resource: AccessResource | None = None
    context: AccessFacets | None = None


class EvaluationsOptions(Wire):
    """How many are evaluated."""

    evaluations_semantic: Literal["execute_all", "deny_on_first_deny", "permit_on_first_permit"] | None = None


class EvaluationsRequest(EvaluationItem):
    """At most 100 evaluations, with defaults; without any it is one evaluation itself."""

    evaluations: list[EvaluationItem] | None = Field(None, max_length=100)
    options: EvaluationsOptions | None = None


class SearchPage(Wire):
    """Which part of the results: the first `limit`, or what a token of an earlier page says."""

    limit: int | None = Field(None, ge=0, description="At most 500 are given at once.")
    token: str | None = Field(None, description="`next_token` of the page before. All else stays the same.")


class SubjectSearchRequest(Wire):
    """Which subjects of a type may?"""

    subject: SoughtType
    action: AccessAction
    resource: AccessResource
    context: AccessFacets | None = None
    page: SearchPage | None = None


class ResourceSearchRequest(Wire):
    """To which resources of a type may this subject?"""

    subject: AccessSubject
    action: AccessAction
    resource: SoughtType
    context: AccessFacets | None = None
    page: SearchPage | None = None


class ActionSearchRequest(Wire):
    """Which actions may this subject do to this resource?"""

    subject: AccessSubject
    resource: AccessResource
    context: AccessFacets | None = None
    page: SearchPage | None = None


class AccessContext(Shape):
    """What the answer really is: show it. It says the same as `/v1/referrals/check?decision=<decisionId>`."""

    outcome: Outcome
    headline: str
    summary: str
    because: Because | None
    question: Question
    reasons: list[Matched]
    conditions: list[Group]
    otherwise: Otherwise | None
    citations: list[Citation]
    authority: str | None = Field(
        description="The highest authority among the reasons; null where nothing decided. `act`, `regulation` and "
        "`funding-rule` are law; `reported-rule` and `reported-practice` are told in a study.",
        examples=["act", "reported-rule"],
    )
    notice: str | None = Field(
        description="What this `false` is and what to do with it, in the reader's language; null beside `true`."
    )
    ignored: list[str] = Field(description="JSON pointers of properties and of a context that mean nothing here.")
    kg_version: str
    decision_id: str


class Evaluation(Wire):
    """`true` for `permitted` alone."""

    decision: bool
    context: AccessContext


class EvaluationError(Wire):
    """What is wrong with one of many, as a problem would say it."""

    model_config = ConfigDict(defer_build=True, extra="allow")

    status: int
    code: str
    message: str
    pointer: str | None = None


class FailedContext(Wire):
    """In place of a decision's context."""

    error: EvaluationError
    notice: str = Field(description="That this `false` is a mistake in the request, and says nothing of the referral.")


class FailedEvaluation(Wire):
    """One of many that could not be evaluated."""

    decision: Literal[False]
    context: FailedContext


class Evaluations(Wire):
    """In the order of the request; a semantic that stops early gives fewer."""

    evaluations: list[Evaluation | FailedEvaluation]


class ResultPage(Wire):
    """Which part of the results this is: `next_token` is empty on the last page."""

    next_token: str
    count: int
    total: int


class SearchContext(Shape):
    """What a search leaves out, and what it did not know."""

    notice: str
    kg_version: str
    ignored: list[str] | None = Field(None, description="JSON pointers of what means nothing here.")
    unknown: str | None = Field(None, description="The JSON pointer of a type or name that nobody knows.")


class FoundEntity(Wire):
    """A subject or resource."""

    type: str
    id: str


class FoundAction(Wire):
    """An action."""

    name: str


class EntityResults(Wire):
    """One page of subjects or resources that are permitted."""

    page: ResultPage
    context: SearchContext
    results: list[FoundEntity]


class ActionResults(Wire):
    """One page of actions that are permitted."""

    page: ResultPage
    context: SearchContext
    results: list[FoundAction]


class AccessConfiguration(Wire):
    """Where everything is (AuthZEN, "Policy Decision Point Metadata")."""

    policy_decision_point: str
    access_evaluation_endpoint: str
    access_evaluations_endpoint: str
    search_subject_endpoint: str
    search_resource_endpoint: str
    search_action_endpoint: str


REQUESTS = (
    EvaluationRequest,
    EvaluationsRequest,
    SubjectSearchRequest,
    ResourceSearchRequest,
    ActionSearchRequest,
)


def requests() -> dict[str, Any]:
    """The schemas of all bodies, by name: the routes read them themselves, so the framework does not know of them."""
    _, found = models_json_schema([(r, "validation") for r in REQUESTS], ref_template="#/components/schemas/{model}")
    schemas: dict[str, Any] = found["$defs"]
    return schemas
