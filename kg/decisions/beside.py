"""What is shown beside a decision: norms that hang on the referral, what has been read, and the trust's units."""

from collections.abc import Iterable
from dataclasses import replace

from kg.decisions.nearest import missing, nearest
from kg.decisions.routes import routes
from kg.decisions.scope import Scope, in_time, norms_at, scope_of
from kg.index.index import Index
from kg.index.widened import widened
from kg.model.decision import MOMENTS, Answer, Coverage, Decision, Outcome, Unit
from kg.model.norm import Norm
from kg.model.question import Question


def explain(index: Index, decision: Decision) -> Answer:
    """A decision with everything that is shown beside it."""
    q = decision.question
    index = widened(index, q.also)
    scope = scope_of(index, q)
    shown = alongside(index, scope)
    lost = decision.outcome in {Outcome.UNKNOWN, Outcome.PROHIBITED, Outcome.CONTESTED}
    return Answer(
        decision=decision,
        nearest=nearest(index, decision),
        missing=missing(index, decision),
        routes=routes(index, q) if lost and not decision.because else (),
        alongside=shown,
        coverage=coverage_of_receiver(index, scope),
        units=units(index, scope),
        send_to=next((to for n in shown for to in index.sources.send_to.get(n.id, ())), None),
    )


def alongside(index: Index, scope: Scope) -> tuple[Norm, ...]:
    """Norms whose bearer is the referrer or the receiver, in the order of the moments in which they matter."""
    q, beside = scope.question, index.shelf.beside
    found = [
        norm
        for place in scope.covering
        if place in beside
        for norm in index.prepared.once(
            ("beside", q.referrer, q.receiver, q.service, place), _hanging, index, scope, beside[place]
        )
        if _holds(norm, scope)
    ]
    return tuple(sorted({norm.id: norm for norm in found}.values(), key=_moment))


def _moment(norm: Norm) -> tuple[int, str]:
    """Where a norm stands among those that hang on a referral."""
    return (MOMENTS.index(norm.shown_at or ""), norm.id)


def _hanging(index: Index, scope: Scope, norms: Iterable[Norm]) -> tuple[Norm, ...]:
    """Those that hang on a referral from this referrer to this receiver for this service, whatever else is asked."""
    q, services = scope.question, scope.services
    referring, receiving = _side(index, q.referrer), _side(index, q.receiver) | services
    hanging = (n for n in norms if _hangs_on(referring, receiving, n, scope))
    return tuple(n for n in hanging if not n.services or not n.services.isdisjoint(services))


def _holds(norm: Norm, scope: Scope) -> bool:
    """Whether a norm holds on the day; one for another group than asked does not count."""
    if norm.groups and scope.question.group and norm.groups.isdisjoint(scope.groups):
        return False
    return in_time(norm, scope.question.on)


def _hangs_on(referring: frozenset[str], receiving: frozenset[str], norm: Norm, scope: Scope) -> bool:
    """Whether a norm is borne by one side and, where it says towards whom, turned to the other."""
    towards = norm.counterparts
    if not norm.bearers.isdisjoint(receiving):
        return not towards or not towards.isdisjoint(referring) or not towards.isdisjoint(scope.services)
    if not norm.bearers.isdisjoint(referring):
        return not towards or not towards.isdisjoint(receiving)
    return norm.shown_at == "urgent"


def _side(index: Index, actor: str) -> frozenset[str]:
    """An actor, what it is a kind or part of, and whom it acts for."""
    ups = index.kinds.up_parts
    return ups.get(actor, frozenset()).union(*(ups.get(c.acting_as, ()) for c in index.capacities.get(actor, ())))


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
