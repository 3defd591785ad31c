"""What a property does: it joins the ancestors of its own subject, action or resource, for one question."""

from typing import Any

import pytest

from tests.api.access.world import Json, action, client, record, sent, subject


def evaluated(who: Json, what: Json, of: Json, **headers: str) -> Json:
    said: Json = sent("evaluation", {"subject": who, "action": what, "resource": of}, **headers).json()
    return said


@pytest.mark.parametrize(
    ("who", "what", "of", "outcome"),
    [
        (subject("alice"), action("write"), record("record-1"), "permitted"),
        (subject("alice"), action("write"), record("record-1", status="archived"), "prohibited"),
        (subject("alice", role="admin"), action("write"), record("record-1", status="archived"), "permitted"),
        (subject("alice", role="admin"), action("write"), record("record-2"), "permitted"),
        (subject("bob"), action("write"), record("record-1", status="archived"), "permitted"),
        (subject("bob"), action("write"), record("record-1"), "unknown"),
        (subject("alice"), action("delete"), record("record-1"), "prohibited"),
        (subject("alice"), action("delete", soft=True), record("record-1"), "permitted"),
        (subject("alice"), action("delete", soft="true"), record("record-1"), "permitted"),
        (subject("alice"), action("delete", soft=False), record("record-1"), "prohibited"),
        (subject("alice"), action("share"), record("record-1"), "contested"),
    ],
)
def test_what_comes_of_it(who: Json, what: Json, of: Json, outcome: str) -> None:
    said = evaluated(who, what, of)
    assert said["context"]["outcome"] == outcome
    assert said["decision"] is (outcome == "permitted")
    assert said["context"]["ignored"] == []
    assert bool(said["context"]["notice"]) is (outcome != "permitted")


def test_a_property_counts_only_where_it_narrows_what_the_thing_is() -> None:
    said = evaluated(subject("alice", status="archived"), action("write", soft=True), record("record-1", role="admin"))
    assert said["context"]["outcome"] == "permitted"
    assert said["context"]["ignored"] == [
        *("/subject/properties/status", "/action/properties/soft", "/resource/properties/role")
    ]


@pytest.mark.parametrize("value", [None, [], ["admin"], {"admin": True}, 1, 1.5, "Admin", "admin ", 10**300])
def test_a_value_that_is_no_notation_is_ignored(value: Any) -> None:
    said = evaluated(subject("alice", role=value), action("read"), record("record-1"))
    assert (said["decision"], said["context"]["ignored"]) == (True, ["/subject/properties/role"])


def test_the_answer_says_what_the_question_was_taken_for() -> None:
    said = evaluated(subject("alice", role="admin"), action("read"), record("record-1"), **{"Accept-Language": "en"})
    assert "Taken as administrator too." in said["context"]["question"]["understood"]


def test_a_decision_with_properties_can_be_asked_for_again() -> None:
    plain = evaluated(subject("alice"), action("write"), record("record-2"))["context"]
    said = evaluated(subject("alice", role="admin"), action("write"), record("record-2"))["context"]
    assert plain["decisionId"] != said["decisionId"]
    again = client().get("/v1/referrals/check", params={"decision": said["decisionId"]}).json()
    same = ("outcome", "summary", "reasons", "question", "decisionId")
    assert {k: again[k] for k in same} == {k: said[k] for k in same}


def test_what_is_known_of_a_thing_already_adds_nothing() -> None:
    plain = evaluated(subject("bob"), action("write"), record("record-2"))
    assert evaluated(subject("bob", role="admin"), action("write"), record("record-2", status="archived")) == plain


@pytest.mark.parametrize("what", ["read", "write", "delete", "share"])
@pytest.mark.parametrize("properties", [{}, {"role": "admin"}, {"role": "guest"}])
def test_search_with_properties_is_evaluation_one_by_one(what: str, properties: Json) -> None:
    for of in (record("record-1", status="archived"), record("record-2", status="active")):
        body = {"subject": {"type": "user", "properties": properties}, "action": action(what), "resource": of}
        found = [r["id"] for r in sent("search/subject", body).json()["results"]]
        alone = [who for who in ("alice", "bob") if evaluated(subject(who, **properties), action(what), of)["decision"]]
        assert found == alone


def test_what_is_ignored_in_a_search_is_named_unless_it_counted_for_somebody() -> None:
    body = {"subject": {"type": "user"}, "action": action("read"), "resource": record("record-1", status="x")}
    assert sent("search/subject", body).json()["context"]["ignored"] == ["/resource/properties/status"]
    body = {"subject": subject("alice"), "resource": record("record-1")} | {"context": {"time": "now"}}
    body["action"] = action("delete", soft=True)  # not read: the action is what is searched for
    assert sent("search/action", body).json()["context"]["ignored"] == ["/context/time"]
