"""Two versions of the graph: which norms differ, and which answers differ because of them?

Asked are the questions that each of those norms was made for, on days of its own, and everybody against everybody in
the country on one day. A norm that speaks of a place inside the country, or of all that others do not, is asked about
by everybody in its own place.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, islice, product

from kg.decisions.conflicts import MOST_WITNESSES, in_scope, witnesses
from kg.decisions.diff import deciding
from kg.decisions.norm_fields import Fields, by_norm, fields_of
from kg.decisions.permission import check
from kg.decisions.search import receivers, referrers, towards
from kg.index.index import Index
from kg.index.resolve import main_service, resolve, served_group
from kg.model.change import AnswerChange, Changed, FieldChange, NormChange, Sort
from kg.model.decision import Decision
from kg.model.norm import Norm
from kg.model.question import Asked, Question

Norms = Mapping[str, list[Norm]]
Answers = dict[Question, AnswerChange]
_NO_NORM = ""
_TAKEN = ("action", "service", "setting", "group", "urgency", "stage", "basis")


def changed(old: Index, new: Index, on: date) -> Changed:
    """The norms of two versions that differ, and the answers that differ, as of a day."""
    before, after = by_norm(old), by_norm(new)
    differing = dict(_differing(old, new, before, after))
    by_cause: dict[str, Answers] = {norm: {} for norm in (*differing, _NO_NORM)}
    asked = ((_NO_NORM, q) for q in _everybody(old, new, on))
    made_for = ((n, q) for n in differing for q in _made_for(((old, before), (new, after)), n, on))
    for norm, question in chain(asked, made_for):
        if answer := _compare(old, new, question, differing.keys()):
            for cause in [n for n in answer.because if n in differing] or [norm]:
                by_cause[cause].setdefault(_bare(question), answer)
    norms = (
        NormChange(norm=n, sort=_sort(n, before, after, on), fields=fields, answers=tuple(by_cause[n].values()))
        for n, fields in sorted(differing.items())
    )
    return Changed(norms=tuple(norms), others=tuple(by_cause[_NO_NORM].values()))


def _differing(old: Index, new: Index, before: Norms, after: Norms) -> Iterator[tuple[str, tuple[FieldChange, ...]]]:
    """Each norm that only one version has, and each that both have and that says something else in one field."""
    for norm in before.keys() | after.keys():
        said = fields_of(old, before[norm]) if norm in before else {}
        says = fields_of(new, after[norm]) if norm in after else {}
        if said != says:
            both = norm in before and norm in after
            yield norm, tuple(_fields(said, says)) if both else ()


def _fields(said: Fields, says: Fields) -> Iterator[FieldChange]:
    for name in sorted(said.keys() | says.keys()):
        if said.get(name) != says.get(name):
            yield FieldChange(field=name, before=said.get(name, ()), after=says.get(name, ()))


def _sort(norm: str, before: Norms, after: Norms, on: date) -> Sort:
    if norm not in before:
        return Sort.ADDED
    if norm not in after:
        return Sort.REMOVED
    had, has = before[norm][0].valid_to, after[norm][0].valid_to
    if has is None or (had is not None and had <= max(has, on)):
        return Sort.CHANGED
    return Sort.ENDED if has <= on else Sort.ENDING


def _made_for(sides: Iterable[tuple[Index, Norms]], norm: str, on: date) -> Iterator[Question]:
    """Questions that either version of a norm was made for: on the day, on its first, and the day after it ends."""
    for index, norms in sides:
        for stated in norms.get(norm, ()):
            endless = replace(stated, valid_to=None)
            yield from _about(index, stated, on)
            if stated.valid_from and stated.valid_from != on:
                yield from _about(index, stated, stated.valid_from)
            if stated.valid_to and on <= stated.valid_to < date.max:
                yield from _about(index, endless, stated.valid_to + timedelta(days=1))


def _about(index: Index, norm: Norm, day: date) -> Iterator[Question]:
    """Questions that a norm was made for, and those of everybody where it may matter to others than its bearers."""
    yield from islice(witnesses(index, norm, day), MOST_WITNESSES)
    if norm.residual or norm.exclusive or index.places.country.get(norm.place) != norm.place:
        able = sorted(norm.counterparts & (index.kinds.units | index.kinds.services))
        for referrer, receiver in product(referrers(index, norm.action), able):
            yield in_scope(index, norm, referrer, receiver, day)


def _everybody(old: Index, new: Index, on: date) -> Iterator[Question]:
    """Every referrer and receiver that both versions know, in the country on one day."""
    plain = resolve(new, Asked(), on)
    everybody = {*referrers(old, plain.action), *referrers(new, plain.action)}
    for receiver in sorted({*receivers(old, plain.action), *receivers(new, plain.action)} & new.kinds.up.keys()):
        toward = towards(new, plain, receiver)
        asked = (replace(toward, referrer=referrer) for referrer in sorted(everybody))
        yield from (q for q in asked if _is_askable(old, q) and _is_askable(new, q))


def _compare(old: Index, new: Index, question: Question, differing: Iterable[str]) -> AnswerChange | None:
    before, after = (check(i, question) if _is_askable(i, question) else None for i in (old, new))
    if _shape(before) == _shape(after):
        return None
    had, has = deciding(before) if before else set(), deciding(after) if after else set()
    because = (had | has) & set(differing) or had ^ has
    asked = _as_asked(new if after else old, question)
    return AnswerChange(question=asked, before=before, after=after, because=tuple(sorted(because)))


def _shape(decision: Decision | None) -> object:
    """What has to be the same for an answer to be the same: how it turns out, who says so, and on which conditions."""
    if decision is None:
        return None
    authority = decision.reasons[0].norm.authority if decision.reasons else None
    groups = frozenset((g.effect, g.match.norm.authority, g.all_of) for g in decision.conditions)
    return decision.outcome, decision.effect, authority, groups


def _is_askable(index: Index, q: Question) -> bool:
    """Whether a version knows everybody and everything that a question names."""
    kinds = index.kinds
    actors = q.referrer in index.capacities and {q.receiver, q.service or q.receiver} <= kinds.up.keys()
    return actors and q.place in index.places.sort and (q.group is None or q.group in kinds.groups)


def _as_asked(index: Index, q: Question) -> Question:
    """The question as one that names day and place, and else only what is not taken where nothing is said."""
    service, group = main_service(index, q.receiver), served_group(index, q.receiver)
    usual = Question(referrer=q.referrer, receiver=q.receiver, service=service, group=group, place=q.place, on=q.on)
    return replace(q, assumed=frozenset(f for f in _TAKEN if getattr(q, f) == getattr(usual, f)))


def _bare(question: Question) -> Question:
    """The question without what was assumed: two that ask the same are one."""
    return replace(question, assumed=frozenset())
