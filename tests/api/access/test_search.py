"""Search finds those for whom evaluation is true, in pages whose tokens are of one search alone."""

from typing import Any

import pytest

from api.access import paging
from api.schemas import access as shapes
from kg.core.errors import BadInput
from tests import real
from tests.api.access.shipped import ONE, TODAY, Json, asked, entity, sent


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


def test_a_token_is_of_one_version_of_the_graph() -> None:
    first = paging.cut(SEARCH | {"page": {"limit": 2}}, "v1", "subject")
    page, _ = paging.paged([{}] * 5, first)
    body = SEARCH | {"page": {"token": page["next_token"]}}
    assert paging.cut(body, "v1", "subject") == (2, 2, first.mark)
    with pytest.raises(BadInput):
        paging.cut(body, "v2", "subject")


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
