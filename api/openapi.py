"""The description at /openapi.json (OpenAPI 3.1): what the routes say of themselves, and what they share."""

from types import MappingProxyType
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from pydantic.alias_generators import to_camel

from api.errors import STATUS
from api.schemas import access
from api.schemas.problem import ProblemDetails
from kg.wording.words import LANGUAGES, load

ABOUT = """\
Rettvei shows rules and their sources. It is no official source, no legal advice and no medical device. Never send
anything about a patient: nothing is asked for, stored or logged.

`unknown` means that no rule is known, never that the answer is no. Every answer under `/v1` names the version of the
graph that gave it, in `kgVersion` and in the header `KG-Version`; later versions of the service may add fields to any
object. Every error is a problem (RFC 9457): read its `code`, show its `title` and `detail`.
"""

TAGS = MappingProxyType(
    {
        "referrals": "Who may refer to whom, and which way round.",
        "tasks": "Who has to do what, who decides, and what must happen at a stage.",
        "norms": "What answers rest on, norm by norm.",
        "sources": "Acts, regulations, lists and agreements, what has been read, and what changed.",
        "studies": "What studies report.",
        "terms": "The names to ask with.",
        "places": "Municipalities, districts and areas.",
        "access": "OpenID AuthZEN 1.0: the same answers. Show `context`, and stop no referral on `false`.",
        "queries": "Stored queries.",
        "sparql": "Queries of your own.",
        "status": "Whether the service answers.",
    }
)
"""What the routes are sorted by."""


class Described(FastAPI):
    """An application whose description holds the schema of problems, to which every route refers by name."""

    def openapi(self) -> dict[str, Any]:
        """The description, made once."""
        if not self.openapi_schema:
            document = super().openapi()
            schemas = document["components"]["schemas"]
            schemas.update(ProblemDetails=_problem(), Language=_language(), **access.requests())
            _without_422(document["paths"], schemas)
        return super().openapi()


def tags() -> list[dict[str, Any]]:
    """The tags as OpenAPI has them."""
    return [{"name": name, "description": said} for name, said in TAGS.items()]


def operation_id(route: APIRoute) -> str:
    """The name under which a generated client knows a route: that of its function."""
    return to_camel(route.name)


def _without_422(paths: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Take out the error that FastAPI describes and nobody here gives: what cannot be read is a 400."""
    for operations in paths.values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)


def _language() -> dict[str, Any]:
    """The languages that answers are given in."""
    return {"type": "string", "enum": list(LANGUAGES), "title": "Language"}


def _problem() -> dict[str, Any]:
    """The schema of problems; what each code means is told in the words that its title has."""
    schema = ProblemDetails.model_json_schema()
    words = load("en")
    codes = sorted({"error", "method-not-allowed"} | {e.code for e, status in STATUS.items() if status != 500})
    told = "; ".join(f"`{code}`: {words.say(f'problem.{code}')}" for code in codes)
    schema["properties"]["code"]["description"] = f"What went wrong, for programs. {told}."
    return schema
