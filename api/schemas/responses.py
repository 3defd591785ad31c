"""What a route answers with, for OpenAPI: its own shape, and a problem for everything that goes wrong."""

from typing import Any

from pydantic import BaseModel

from api.schemas.problem import ProblemDetails


def answers(shape: type[BaseModel]) -> dict[int | str, dict[str, Any]]:
    """The responses of a route, by status."""
    problem = {"application/problem+json": {"schema": ProblemDetails.model_json_schema()}}
    return {
        200: {"model": shape, "description": "The answer."},
        304: {"description": "The client has this answer: its ETag came in If-None-Match."},
        "4XX": {"description": "The question cannot be answered as it stands.", "content": problem},
        "5XX": {"description": "Something went wrong on the server.", "content": problem},
    }
