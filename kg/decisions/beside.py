"""What is shown beside a decision: norms that hang on the referral, what has been read, and the trust's units."""

from collections.abc import Iterator
from dataclasses import replace

from kg.decisions.nearest import missing, nearest
from kg.decisions.routes import routes
from kg.decisions.scope import Scope, in_time, scope_of
from kg.index.index import Index
from kg.index.widened import widened
from kg.model.decision import MOMENTS, Answer, Beside, Coverage, Decision, Outcome, Unit
from kg.model.norm import Norm
from kg.model.question import Question


def explain(index: Index, decision: Decision) -> Answer:
    """A decision with everything that is shown beside it."""
    q = decision.question
    if q.also:
        index = widened(index, q.also)
    shown = alongside(index, q)
    lost = decision.outcome in {Outcome.UNKNOWN, Outcome.PROHIBITED, Outcome.CONTESTED}
    return Answer(
        decision=decision,
        nearest=nearest(index, decision),
        missing=missing(index, decision),
        routes=routes(index, q) if lost and not decision.because else (),
        alongside=shown,
        coverage=coverage_of_receiver(index, q),
        units=units(index, q),
        send_to=next((to for b in shown for to in index.sources.send_to.get(b.norm.id, ())), None),
    )


def alongside(index: Index, question: Question) -> tuple[Beside, ...]:
    """Norms whose bearer is the referrer or the receiver, in the order of the moments in which they matter."""
    scope = scope_of(index, question)
    found = [
        Beside(when=norm.shown_at, norm=norm, who_may_call=index.sources.who_may_call.get(norm.id, ()))
        for place in scope.covering
        for norm in index.shelf.beside.get(place, ())
        if norm.shown_at and _hangs_on(index, scope, norm)
    ]
    once = {b.norm.id: b for b in found}
    return tuple(sorted(once.values(), key=lambda b: (MOMENTS.index(b.when), b.norm.id)))


def _hangs_on(index: Index, scope: Scope, norm: Norm) -> bool:
    q = scope.question
    if not in_time(norm, q.on) or (norm.services and norm.services.isdisjoint(scope.services)):
        return False
    if norm.groups and q.group and norm.groups.isdisjoint(scope.groups):
        return False
    referring, receiving = set(_sides(index, q.referrer)), set(_sides(index, q.receiver)) | scope.services
    if not norm.bearers.isdisjoint(receiving):
        return not norm.counterparts or not norm.counterparts.isdisjoint(referring | scope.services)
    if not norm.bearers.isdisjoint(referring):
        return not norm.counterparts or not norm.counterparts.isdisjoint(receiving)
    return norm.shown_at == "urgent"


def _sides(index: Index, actor: str) -> Iterator[str]:
    """An actor, what it is a kind or part of, and whom it acts for."""
    yield from index.kinds.up_parts.get(actor, ())
    for capacity in index.capacities.get(actor, ()):
        yield from index.kinds.up_parts.get(capacity.acting_as, ())


def coverage(index: Index, question: Question) -> Coverage:
    """What has been read for the place, its areas and its country, whatever it is about."""
    places = tuple(index.places.covering(question.place, question.on))
    return Coverage(
        law_checked_on=index.sources.law_checked_on(places),
        hospital_lists=index.sources.read_for(places, "hospital-list"),
        agreements=index.sources.read_for(places, "agreement"),
    )


def coverage_of_receiver(index: Index, question: Question) -> Coverage:
    """The same, of lists only those about the asked receiver: a list on substance treatment says nothing of a DPS."""
    read = coverage(index, question)
    about = _about(index, question)
    return replace(read, hospital_lists=tuple(i for i in read.hospital_lists if i in about))


def _about(index: Index, question: Question) -> set[str]:
    """The instruments of the covering places in which a norm on the action is about the receiver or its service."""
    scope = scope_of(index, question)
    norms = (n for p in scope.covering for n in index.shelf.in_place.get((question.action, p), ()))
    bases = {n.basis for n in norms if not n.counterparts.isdisjoint(scope.receivers)}
    return {v.source for b in bases for v in index.sources.versions.get(b, ())}


def units(index: Index, question: Question) -> tuple[Unit, ...]:
    """The units of the receiver's kind that the trusts of a place's areas list; none when no place was asked."""
    if "place" in question.assumed:
        return ()
    areas = index.places.covering(question.place, question.on)
    return index.listings.units(index.kinds, question.receiver, areas)
