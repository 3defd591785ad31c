"""What is shown beside a decision: the way round, what has been read for the place, and the trust's units."""

from dataclasses import replace

from kg.decisions.alongside import alongside
from kg.decisions.nearest import missing, nearest
from kg.decisions.routes import routes_in
from kg.decisions.scope import Scope, norms_at, scope_of
from kg.index.index import Index
from kg.index.widened import widened
from kg.model.decision import Answer, Coverage, Decision, Outcome, Unit
from kg.model.question import Question


def explain(index: Index, decision: Decision) -> Answer:
    """A decision with everything that is shown beside it."""
    q = decision.question
    index = widened(index, q.also)
    scope = scope_of(index, q)
    shown, send_to = alongside(index, scope), index.sources.send_to
    lost = decision.outcome in {Outcome.UNKNOWN, Outcome.PROHIBITED, Outcome.CONTESTED}
    return Answer(
        decision=decision,
        nearest=nearest(index, scope, decision),
        missing=missing(index, decision),
        routes=routes_in(index, scope) if lost and not decision.because else (),
        alongside=shown,
        coverage=coverage_of_receiver(index, scope),
        units=units(index, scope),
        send_to=next((to for n in shown if n.id in send_to for to in send_to[n.id]), None),
    )


def coverage(index: Index, question: Question) -> Coverage:
    """What has been read for the place, its areas and its country, whatever it is about."""
    places = tuple(index.places.covering(question.place, question.on))
    return Coverage(
        law_checked_on=index.sources.law_checked_on(places),
        hospital_lists=index.sources.read_for(places, "hospital-list"),
        agreements=index.sources.read_for(places, "agreement"),
    )


def coverage_of_receiver(index: Index, scope: Scope) -> Coverage:
    """The same, of lists only those about the asked receiver: a list on substance treatment says nothing of a DPS."""
    read = coverage(index, scope.question)
    if not read.hospital_lists:
        return read
    about = _about(index, scope)
    return replace(read, hospital_lists=tuple(i for i in read.hospital_lists if i in about))


def _about(index: Index, scope: Scope) -> set[str]:
    """The instruments of the covering places in which a norm on the action is about the receiver or its service."""
    q, prepared = scope.question, index.prepared
    key = ("about", q.receiver, q.service, scope.actions)
    return set().union(*(prepared.once((*key, p), _about_at, index, scope, p) for p, _ in scope.spoken))


def _about_at(index: Index, scope: Scope, place: str) -> frozenset[str]:
    bases = {norm.basis for norm in norms_at(index, scope, place) if norm.counterparts}
    return frozenset(v.source for b in bases for v in index.sources.versions.get(b, ()))


def units(index: Index, scope: Scope) -> tuple[Unit, ...]:
    """The units of the receiver's kind that the trusts of a place's areas list; none when no place was asked."""
    if "place" in scope.question.assumed:
        return ()
    return index.listings.units(scope.question.receiver, scope.covering)
