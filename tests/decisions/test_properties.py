"""What holds of the procedure whatever the norms are: on generated norms over the real kinds and places."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kg.decisions.cover import is_one_of, let_act
from kg.decisions.permission import check, outcome_of
from kg.decisions.precedence import beats
from kg.decisions.scope import scope_of
from kg.decisions.search import who
from kg.index.index import Index
from kg.index.resolve import main_service, served_group
from kg.index.shelf import shelve
from kg.model.decision import ABLE, Decision, Outcome, Sign
from kg.model.norm import Modality, Norm
from kg.model.question import Question
from tests import real

DAY = date(2020, 6, 1)
UNITS = ("municipality", "municipal-health-service", "mental-health-team", "social-service", "smp")
BEARERS = (*UNITS, "doctor", "gp", "psychologist", "health-personnel", "specialist-institution")
REFERRERS = (*BEARERS, "municipal-psychologist", "substance-consultant", "nav-office", "out-of-hours-doctor", "patient")
RECEIVERS = ("dps", "smp", "bup", "tsb", "mental-health-care", "specialist-health-service", "specialist-institution")
PLACES = ("norway", "norway", "southern-norway-case", "helse-bergen-area", "no-4627")
AUTHORITIES = ("act", "regulation", "funding-rule", "agreement", "local-routine", "guideline", "reported-rule")
CONDITIONS = ("on-this-gps-list", "prior-contact")


def sets(values: tuple[str, ...], most: int) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), min_size=1, max_size=most)


@st.composite
def norms(draw: st.DrawFn) -> list[Norm]:
    return [_norm(draw, n) for n in range(draw(st.integers(1, 8)))]


def _norm(draw: st.DrawFn, number: int) -> Norm:
    modality = draw(st.sampled_from((Modality.PERMISSION, Modality.PERMISSION, Modality.PROHIBITION)))
    permits = modality is Modality.PERMISSION
    return Norm(
        id=f"n{number}",
        modality=modality,
        action="refer",
        bearers=draw(sets(BEARERS, 2)),
        counterparts=draw(sets(RECEIVERS, 2)),
        place=draw(st.sampled_from(PLACES)),
        basis="b",
        authority=draw(st.sampled_from(AUTHORITIES)),
        groups=draw(st.sampled_from((frozenset(), frozenset(), frozenset({"under-18"})))),
        conditions=draw(st.sampled_from((frozenset(), frozenset(), frozenset({CONDITIONS[0]}), frozenset(CONDITIONS)))),
        valid_from=draw(st.sampled_from((None, date(2012, 1, 1), date(2020, 6, 1), date(2020, 6, 2)))),
        valid_to=draw(st.sampled_from((None, None, date(2020, 6, 1), date(2020, 5, 31)))),
        exclusive=permits and draw(st.booleans()),
        residual=permits and draw(st.integers(0, 9)) == 0,
    )


@st.composite
def questions(draw: st.DrawFn) -> Question:
    receiver = draw(st.sampled_from(RECEIVERS))
    place = draw(st.sampled_from(PLACES))
    index = real.index()
    return Question(
        referrer=draw(st.sampled_from(REFERRERS)),
        receiver=receiver,
        service=main_service(index, receiver),
        place=place,
        on=DAY,
        group=served_group(index, receiver) or draw(st.sampled_from((None, "under-18"))),
        assumed=frozenset({"place"}) if place == "norway" else frozenset(),
    )


def world(found: list[Norm]) -> Index:
    index = real.index()
    return replace(index, shelf=shelve(found, index.places))


def told(decision: Decision) -> tuple[object, ...]:
    """All that a decision says, in ids."""
    lists = (decision.reasons, decision.support, decision.displaced, decision.locally, decision.undecided)
    return (decision.outcome, decision.effect, *(tuple(m.norm.id for m in ms) for ms in lists))


@given(norms(), questions(), st.randoms())
def test_the_order_of_norms_never_matters(found: list[Norm], question: Question, random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert told(check(world(shuffled), question)) == told(check(world(found), question))


@given(norms(), questions())
def test_an_irrelevant_norm_changes_nothing(found: list[Norm], question: Question) -> None:
    other = replace(found[0], id="other", action="apply")
    late = replace(found[0], id="late", valid_from=DAY + timedelta(days=1), valid_to=None)
    assert told(check(world([*found, other, late]), question)) == told(check(world(found), question))


@given(norms(), questions())
def test_outside_its_dates_a_norm_decides_nothing(found: list[Norm], question: Question) -> None:
    for match in check(world(found), question).reasons:
        norm = match.norm
        assert (norm.valid_from or date.min) <= DAY <= (norm.valid_to or date.max)


@given(norms(), questions())
def test_leaving_out_the_group_never_permits_what_was_unknown(found: list[Norm], question: Question) -> None:
    if check(world(found), replace(question, group="adults")).outcome is Outcome.UNKNOWN:
        assert check(world(found), replace(question, group=None)).outcome is not Outcome.PERMITTED


@given(norms(), questions())
def test_leaving_out_a_place_without_prohibitions_never_permits_what_was_unknown(
    found: list[Norm], question: Question
) -> None:
    national = [n for n in found if n.place == "norway" or (n.modality is Modality.PERMISSION and not n.exclusive)]
    if check(world(national), replace(question, place="no-4627", assumed=frozenset())).outcome is Outcome.UNKNOWN:
        left_out = replace(question, place="norway", assumed=frozenset({"place"}))
        assert check(world(national), left_out).outcome is not Outcome.PERMITTED


@given(norms(), questions())
def test_holding_a_shown_condition_group_permits(found: list[Norm], question: Question) -> None:
    """Or permits unless: a prohibition that is open for another reason is still open."""
    index = world(found)
    decision = check(index, question)
    if decision.effect is Sign.PERMITS:
        for group in decision.conditions:
            held = check(index, replace(question, holds=question.holds | frozenset(group.all_of)))
            assert held.outcome is Outcome.PERMITTED or held.effect is Sign.PROHIBITS, group


@given(norms(), questions())
def test_within_a_capacity_no_lower_authority_overrides(found: list[Norm], question: Question) -> None:
    index = world(found)
    decision = check(index, question)
    if decision.outcome in {Outcome.PERMITTED, Outcome.PROHIBITED}:
        for reason in decision.reasons:
            for other in decision.displaced:
                if other.acting_as == reason.acting_as and not other.conditions and other.lifts:
                    assert not beats(index, other, reason)


@given(norms(), questions())
def test_search_equals_check_one_by_one(found: list[Norm], question: Question) -> None:
    index = world(found)
    for decision in who(index, question):
        assert told(decision) == told(check(index, decision.question))


@given(norms(), questions())
def test_the_outcome_alone_is_that_of_the_decision(found: list[Norm], question: Question) -> None:
    index = world(found)
    before = replace(question, on=date(1900, 1, 1))
    for asked in (question, before):
        assert outcome_of(index, asked) is check(index, asked).outcome


@given(norms(), questions())
def test_who_is_none_of_those_that_norms_let_may_not(found: list[Norm], question: Question) -> None:
    index = world(found)
    let = let_act(index, question.actions, scope_of(index, question).receivers)
    for referrer in REFERRERS:
        if not is_one_of(index, referrer, let):
            assert check(index, replace(question, referrer=referrer)).outcome not in ABLE


@given(norms(), questions())
def test_groups_of_conditions_stand_by_authority_and_then_by_name(found: list[Norm], question: Question) -> None:
    index = world(found)
    order = [
        (-len(index.kinds.outranks[g.match.norm.authority]), g.match.implied, g.match.norm.id, g.all_of)
        for g in check(index, question).conditions
    ]
    assert order == sorted(order)


@given(norms(), questions())
def test_otherwise_is_what_holds_without_the_open_norms(found: list[Norm], question: Question) -> None:
    index = world(found)
    decision = check(index, question)
    single = len(index.capacities[question.referrer]) == 1
    if single and decision.effect is Sign.PERMITS:
        everything = (*decision.reasons, *decision.support, *decision.displaced, *decision.locally)
        openly = {m.norm.id for m in (*everything, *(c.match for c in decision.conditions)) if m.conditions}
        without = check(world([n for n in found if n.id not in openly]), question)
        assert decision.otherwise is not None
        assert without.outcome is decision.otherwise.outcome
