"""The worked examples of the procedure, on the real norms: outcome and the norms behind it."""

from datetime import date

import pytest

from kg.decisions.beside import explain
from kg.decisions.permission import check
from kg.decisions.routes import routes
from kg.index.resolve import resolve
from kg.model.decision import Decision, Outcome
from kg.model.question import Asked
from tests import real

TODAY = date(2026, 11, 24)
YES, IF, NO, UNKNOWN = Outcome.PERMITTED, Outcome.CONDITIONAL, Outcome.PROHIBITED, Outcome.UNKNOWN


def ask(referrer: str, receiver: str, **facets: str) -> Decision:
    return check(real.index(), resolve(real.index(), Asked(referrer=referrer, receiver=receiver, **facets), TODAY))


def facts(decision: Decision, name: str) -> set[str]:
    return {f for m in getattr(decision, name) for f in real.index().sources.facts.get(m.norm.id, ())}


@pytest.mark.parametrize(
    ("referrer", "receiver", "facets", "outcome", "reasons"),
    [
        ("smp", "dps", {"on": "2018-10-01"}, NO, {"F003"}),
        ("smp", "dps", {"on": "2018-10-01", "basis": "law"}, UNKNOWN, set()),
        ("municipality", "smp", {"on": "2020-05-01"}, YES, {"S-213", "R-315"}),
        ("mental-health-team", "dps", {"service": "tsb"}, YES, {"S-213", "R-315"}),
        ("gp", "smp", {}, YES, {"R-315", "S-220", "S-221"}),
        ("gp", "smp", {"basis": "papers"}, UNKNOWN, set()),
        ("municipality", "dps", {}, NO, {"F002"}),
        ("municipality", "dps", {"basis": "law"}, UNKNOWN, set()),
        ("nav-office", "smp", {"on": "2021-01-01"}, IF, {"S-213"}),
        ("municipal-psychologist", "dps", {"on": "2019-03-01"}, YES, {"R-315"}),
        ("municipal-psychologist", "dps", {"on": "2012-03-01"}, UNKNOWN, set()),
        ("out-of-hours-doctor", "dps", {}, YES, {"R-315", "R-333"}),
        ("out-of-hours-doctor", "dps", {"basis": "papers"}, UNKNOWN, set()),
        ("contracted-doctor", "dps", {}, IF, {"R-315"}),
        ("contracted-doctor", "smp", {"on": "2005-01-01"}, IF, {"S-221"}),
        ("contracted-psychologist", "smp", {"on": "2015-07-01"}, IF, {"R-302"}),
        ("contracted-psychologist", "dps", {"on": "2015-06-30"}, UNKNOWN, set()),
    ],
)
def test_outcome_and_reasons(
    referrer: str, receiver: str, facets: dict[str, str], outcome: Outcome, reasons: set[str]
) -> None:
    decision = ask(referrer, receiver, **facets)
    assert decision.outcome is outcome
    assert reasons <= facts(decision, "reasons")
    assert bool(reasons) == bool(decision.reasons)


def test_a_report_beside_rule_text_is_support() -> None:
    assert "F001" in facts(ask("municipality", "smp", on="2020-05-01"), "support")


def test_a_reported_ban_gives_way_to_the_payment_rule() -> None:
    assert "F002" in facts(ask("municipal-psychologist", "dps", on="2019-03-01"), "displaced")


def test_nav_is_told_what_to_check_and_what_holds_otherwise() -> None:
    decision = ask("nav-office", "smp", on="2021-01-01")
    assert {g.all_of for g in decision.conditions} == {("acts-as-social-service",)}
    assert decision.otherwise is not None
    assert decision.otherwise.outcome is UNKNOWN


def test_what_one_capacity_says_is_shown_when_the_other_knows_nothing() -> None:
    assert "F002" in facts(ask("municipal-psychologist", "dps", on="2012-03-01"), "undecided")


def test_no_rule_before_the_service_existed() -> None:
    assert ask("gp", "smp", on="2003-12-31").because == "receiver-did-not-exist"


def test_the_way_round_goes_over_the_gp() -> None:
    question = ask("municipality", "dps").question
    found = routes(real.index(), question)
    assert [s.to_actor for s in found[0].steps] == ["gp", "dps"]
    assert {"out-of-hours-doctor", "municipal-psychologist"} <= {r.steps[0].to_actor for r in found}


def test_nothing_coercive_is_a_way_round() -> None:
    decision = ask("gp", "dps", action="request-compulsory-care")
    assert routes(real.index(), decision.question) == ()


def test_where_referrals_go_is_said_only_where_a_source_says_it() -> None:
    assert explain(real.index(), ask("gp", "dps", place="Fredrikstad")).send_to == "joint-referral-intake"
    assert explain(real.index(), ask("gp", "dps", place="Askøy")).send_to is None


def test_a_list_about_something_else_is_not_named_as_read() -> None:
    on_substance = explain(real.index(), ask("gp", "smp", place="Askøy")).coverage
    on_mental_health = explain(real.index(), ask("gp", "dps", place="Askøy")).coverage
    assert on_substance.hospital_lists
    assert not on_mental_health.hospital_lists
