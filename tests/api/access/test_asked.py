"""What a request says is understood, ignored and named, or refused with the place of the mistake."""

import pytest

from api.access.members import MOST
from tests.api.access.shipped import ONE, REFER, Json, asked, entity, sent


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


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        ({"subject": {"type": "pilot", "id": "x"}}, 400, {"pointer": "/subject/type", "known": ["role", "unit"]}),
        ({"subject": entity("tsb")}, 400, {"pointer": "/subject/type", "value": "service"}),
        ({"resource": entity("gp")}, 400, {"pointer": "/resource/type", "known": ["service", "unit"]}),
        ({"subject": {"type": "role", "id": "fastlge"}}, 404, {"pointer": "/subject/id", "code": "unknown-name"}),
        ({"subject": {"type": "role", "id": ""}}, 404, {"pointer": "/subject/id"}),
        ({"resource": {"type": "unit", "id": "smpp"}}, 404, {"pointer": "/resource/id", "parameter": "resource"}),
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


@pytest.mark.parametrize(
    ("side", "thing", "types", "known"),
    [
        ("subject", {"type": "role", "id": "smp"}, ["unit"], ["role", "unit"]),
        ("subject", {"type": "role", "id": "DPS"}, ["unit"], ["role", "unit"]),
        ("subject", {"type": "unit", "id": "fastlege"}, ["role"], ["role", "unit"]),
        ("subject", {"type": "unit", "id": "tsb"}, ["service"], ["role", "unit"]),
        ("resource", {"type": "unit", "id": "tsb"}, ["service"], ["service", "unit"]),
        ("resource", {"type": "service", "id": "smp"}, ["unit"], ["service", "unit"]),
        ("resource", {"type": "unit", "id": "gp"}, ["role"], ["service", "unit"]),
    ],
)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_name_of_another_type_is_told_as_that(
    side: str, thing: Json, types: list[str], known: list[str], language: str
) -> None:
    said = sent("evaluation", ONE | {side: thing}, 400, **{"Accept-Language": language})
    assert (said["reason"], said["pointer"], said["value"]) == ("other-type", f"/{side}/type", thing["id"])
    assert (said["types"], said["known"]) == (types, known)
    assert all(name in said["detail"] for name in (thing["id"], thing["type"], *types, *known))
    assert "closest" not in said
    assert said["type"].endswith("/bad-input")


def test_a_name_of_another_type_is_told_in_its_place_among_many_and_finds_nothing_in_a_search() -> None:
    wrong = {"subject": {"type": "role", "id": "smp"}}
    many = sent("evaluations", ONE | {"evaluations": [wrong, {}]})["evaluations"]
    assert many[0]["context"]["error"]["pointer"] == "/evaluations/0/subject/type"
    assert many[1]["decision"] is True
    found = sent("search/resource", ONE | wrong | {"resource": {"type": "unit"}})
    assert (found["results"], found["context"]["unknown"]) == ([], "/subject/type")


@pytest.mark.parametrize(("side", "near"), [("subject", "fastlge"), ("resource", "smpp")])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_unknown_name_is_told_in_the_words_of_the_standard(side: str, near: str, language: str) -> None:
    said = sent("evaluation", ONE | {side: ONE[side] | {"id": near}}, 404, **{"Accept-Language": language})
    assert f"({side})" in said["detail"]
    assert "referrer" not in said["detail"]
    assert "receiver" not in said["detail"]
