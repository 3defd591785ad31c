"""Which norms speak of a question, whoever asks (decisions.md, "To whom", "Group", "Where", "When")."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from kg.index.index import Index
from kg.index.shelf import ANYBODY
from kg.model.made_condition import IN_GROUP
from kg.model.norm import Norm
from kg.model.question import Basis, Question

Conditions = frozenset[str]
NONE: Conditions = frozenset()

Candidates = Sequence[tuple[Norm, Conditions]]
"""Norms on an action and receiver, each with what its place leaves open."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A question made ready for matching: everything that its facets lie in, closed upwards.

    `covering` maps the places that cover the asked one to the conditions under which they do; `spoken` are those of
    them with norms on the action, whomever these are about.
    """

    question: Question
    receivers: frozenset[str]
    services: frozenset[str]
    groups: frozenset[str]
    covering: dict[str, Conditions]
    authorities: frozenset[str] | None
    held_groups: frozenset[str]
    actions: tuple[str, ...] = ()
    spoken: Sequence[tuple[str, Conditions]] = ()


def scope_of(index: Index, question: Question) -> Scope:
    """The scope of a question."""
    kinds, q = index.kinds, question
    services = kinds.up[q.service] if q.service else NONE
    actions, covering = q.actions, index.places.covering(q.place, q.on)
    return Scope(
        question=q,
        receivers=kinds.up_parts[q.receiver] | services | {ANYBODY},
        services=services,
        groups=kinds.groups[q.group] if q.group else NONE,
        covering=covering,
        authorities=answering(index, q.basis),
        held_groups=frozenset(group for c in q.holds if (group := IN_GROUP.key(c))) if q.holds else NONE,
        actions=actions,
        spoken=_spoken(index, actions, covering),
    )


def answering(index: Index, basis: Basis) -> frozenset[str] | None:
    """The authorities that answer under a basis; None where all do."""
    if basis is Basis.ALL:
        return None
    return frozenset(a for a, b in index.kinds.answers_under.items() if b == basis.value)


def _spoken(
    index: Index, actions: tuple[str, ...], covering: Mapping[str, Conditions]
) -> Sequence[tuple[str, Conditions]]:
    in_place = index.shelf.in_place
    found = {place for action in actions for place in covering if (action, place) in in_place}
    return [(place, of_place) for place, of_place in covering.items() if place in found]


def candidates(index: Index, scope: Scope) -> Candidates:
    """The norms on this action and receiver in the covering places, each once."""
    found: dict[str, tuple[Norm, Conditions]] = {}
    for place, conditions in scope.covering.items():
        for norm in norms_at(index, scope, place):
            found.setdefault(norm.id, (norm, conditions))
    return list(found.values())


def norms_at(index: Index, scope: Scope, place: str) -> Iterable[Norm]:
    """The norms on this action and receiver in one place, each once."""
    at = index.shelf.at
    by_place = (at[key] for key in product(scope.actions, scope.receivers) if key in at)
    return {norm.id: norm for found in by_place for norm in found.get(place, ())}.values()


def in_time(norm: Norm, on: date) -> bool:
    """Whether a day lies within the known bounds of a norm, both inclusive."""
    return not (
        (norm.valid_from is not None and on < norm.valid_from)
        or (norm.valid_to is not None and on > norm.valid_to)
        or (norm.not_before is not None and on < norm.not_before)
    )


def evidence(norm: Norm, on: date) -> Conditions:
    """What the source leaves open on a day within the bounds: only attested later, or last seen earlier."""
    if norm.attested_on is not None and norm.valid_from is None and on < norm.attested_on:
        return frozenset({"before-first-attested"})
    if norm.last_seen_on is not None and norm.valid_to is None and on > norm.last_seen_on:
        return frozenset({"after-last-seen"})
    return NONE


def group_condition(index: Index, norm: Norm, scope: Scope) -> Conditions | None:
    """What the norm's client group leaves open; None when the asked group is another one."""
    if not norm.groups or not norm.groups.isdisjoint(scope.groups) or not norm.groups.isdisjoint(scope.held_groups):
        return NONE
    asked = scope.question.group
    narrower = [g for g in norm.groups if asked is None or asked in index.kinds.groups.get(g, NONE)]
    return frozenset({IN_GROUP.of(min(narrower))}) if narrower else None


def is_exception(norm: Norm, q: Question) -> bool:
    """Whether the norm is for another urgency, setting or stage than asked."""
    return bool(
        (norm.urgencies and q.urgency not in norm.urgencies)
        or (norm.settings and q.setting not in norm.settings)
        or (norm.stages and q.stage not in norm.stages)
    )


def left_open(index: Index, norm: Norm, scope: Scope) -> Conditions | None:
    """What day and group leave open of the norm for this question; None when it speaks of something else."""
    on = scope.question.on
    if (scope.authorities is not None and norm.authority not in scope.authorities) or not in_time(norm, on):
        return None
    if norm.services and norm.services.isdisjoint(scope.services):
        return None
    doubt = evidence(norm, on)
    if not norm.groups:
        return doubt
    group = group_condition(index, norm, scope)
    return None if group is None else group | doubt


def speaks(index: Index, norm: Norm, scope: Scope) -> Conditions | None:
    """All that the norm leaves open for this question, but for place and bearer; None when it speaks of another."""
    asked = left_open(index, norm, scope)
    return None if asked is None else norm.conditions | asked
