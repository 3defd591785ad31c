"""What is shown beside a decision: norms that hang on the referral, what has been read, and the trust's units."""

from dataclasses import replace
from operator import attrgetter

from kg.decisions.nearest import missing, nearest
from kg.decisions.routes import routes
from kg.decisions.scope import Scope, candidates, in_time, scope_of
from kg.index.index import Index
from kg.index.widened import widened
from kg.model.decision import MOMENTS, Answer, Coverage, Decision, Outcome, Unit
from kg.model.norm import Norm
from kg.model.question import Question

_id = attrgetter("id")


def explain(index: Index, decision: Decision) -> Answer:
    """A decision with everything that is shown beside it."""
    q = decision.question
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
        send_to=next((to for n in shown for to in index.sources.send_to.get(n.id, ())), None),
    )


def alongside(index: Index, question: Question) -> tuple[Norm, ...]:
    """Norms whose bearer is the referrer or the receiver, in the order of the moments in which they matter."""
    scope = scope_of(index, question)
    referring, receiving = _side(index, question.referrer), _side(index, question.receiver) | scope.services
    found: list[Norm] = []
    for moment in MOMENTS:
        once = {
            norm.id: norm
            for place in scope.covering
            for norm in index.shelf.beside.get((place, moment), ())
            if _hangs_on(referring, receiving, norm, scope) and _holds(norm, scope)
        }
        found += sorted(once.values(), key=_id)
    return tuple(found)


def _holds(norm: Norm, scope: Scope) -> bool:
    """Whether a norm holds on the day and is for the service; one for another group than asked does not count."""
    q = scope.question
    if norm.services and norm.services.isdisjoint(scope.services):
        return False
    if norm.groups and q.group and norm.groups.isdisjoint(scope.groups):
        return False
    return in_time(norm, q.on)


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


def coverage_of_receiver(index: Index, question: Question) -> Coverage:
    """The same, of lists only those about the asked receiver: a list on substance treatment says nothing of a DPS."""
    read = coverage(index, question)
    if not read.hospital_lists:
        return read
    about = _about(index, question)
    return replace(read, hospital_lists=tuple(i for i in read.hospital_lists if i in about))


def _about(index: Index, question: Question) -> set[str]:
    """The instruments of the covering places in which a norm on the action is about the receiver or its service."""
    scope = scope_of(index, question)
    bases = {norm.basis for norm, _ in candidates(index, scope) if norm.counterparts}
    return {v.source for b in bases for v in index.sources.versions.get(b, ())}


def units(index: Index, question: Question) -> tuple[Unit, ...]:
    """The units of the receiver's kind that the trusts of a place's areas list; none when no place was asked."""
    if "place" in question.assumed:
        return ()
    areas = index.places.covering(question.place, question.on)
    return index.listings.units(question.receiver, areas)
