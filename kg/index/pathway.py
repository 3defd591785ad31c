"""The course of care: stages in order with their norms, deadlines that can be worked out, rates, and short answers."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kg.core.iris import NS, collection_of, local_id
from kg.index.rows import Ask, texts
from kg.index.shelf import Norms, Shelf
from kg.index.statements import ByIdent, Statements, day, first
from kg.model.norm import Norm

LAST = 1 << 20
"""The place of a norm that has none within its stage."""


class Deadline(NamedTuple):
    """A length by ISO 8601, how its days are counted, and the event from which it runs."""

    duration: str
    counted: str
    event: str


class Rate(NamedTuple):
    """What a day costs, in kroner, between two days."""

    id: str
    kroner: int
    first: date | None
    last: date | None
    assurance: str


class ShortAnswer(NamedTuple):
    """An answer to a question of staff, and the norms it rests on."""

    id: str
    norms: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """Look-ups by stage, norm and question.

    `stages` come in the order of their rank. `begins`: event → the stage that it starts. `local`: question → what is
    local and not known, by language.
    """

    stages: tuple[str, ...]
    norms: Mapping[str, Norms]
    sequence: Mapping[str, int]
    deadlines: Mapping[str, Deadline]
    begins: Mapping[str, str]
    rates: Mapping[str, tuple[Rate, ...]]
    questions: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[ShortAnswer, ...]]
    local: Mapping[str, Mapping[str, tuple[str, ...]]]
    may_not_challenge: ByIdent
    raised_before: Mapping[str, tuple[tuple[str, str], ...]]


def read_pathway(ask: Ask, said: Statements, shelf: Shelf) -> Pathway:
    """The course of care out of the graph."""
    ranks = {stage: int(rank) for stage, (rank, *_) in said.of("stage", "rank").items()}
    return Pathway(
        stages=tuple(sorted(ranks, key=lambda s: (ranks[s], s))),
        norms=_staged(shelf),
        sequence={n: int(place) for n, (place, *_) in said.of("norm", "sequence").items()},
        deadlines=_deadlines(said),
        begins={event: stage for event, (stage, *_) in said.of("event", "startsStage").items()},
        rates=_rates(said),
        questions=said.of("question", "atStage"),
        answers=_answers(said),
        local=_local(ask),
        may_not_challenge=said.of("norm", "mayNotChallenge"),
        raised_before={
            norm: tuple((collection_of(v), local_id(v)) for v in values)
            for norm, values in said.of("norm", "raisedBefore").items()
        },
    )


def _staged(shelf: Shelf) -> dict[str, Norms]:
    found: dict[str, list[Norm]] = defaultdict(list)
    for norm in (n for norms in shelf.in_place.values() for n in norms):
        for stage in norm.stages:
            found[stage].append(norm)
    return {stage: tuple(sorted(norms, key=lambda n: (n.id, n.place))) for stage, norms in found.items()}


def _deadlines(said: Statements) -> dict[str, Deadline]:
    counted, starts = said.of("deadline", "countedIn"), said.of("deadline", "startsOn")
    return {
        ident: Deadline(duration, first(counted, ident), first(starts, ident))
        for ident, (duration, *_) in said.of("deadline", "duration").items()
    }


def _rates(said: Statements) -> dict[str, tuple[Rate, ...]]:
    starts, ends = said.of("rate", "validFrom"), said.of("rate", "validTo")
    kroner, sure = said.of("rate", "kroner"), said.of("rate", "rateAssurance")
    found: dict[str, list[Rate]] = defaultdict(list)
    for rate, norms in said.of("rate", "rateOf").items():
        one = Rate(rate, int(first(kroner, rate)), day(starts, rate), day(ends, rate), first(sure, rate))
        for norm in norms:
            found[norm].append(one)
    return {norm: tuple(sorted(rates, key=lambda r: r.first or date.min)) for norm, rates in found.items()}


def _answers(said: Statements) -> dict[str, tuple[ShortAnswer, ...]]:
    rests = said.of("answer", "restsOn")
    found: dict[str, list[ShortAnswer]] = defaultdict(list)
    for answer, (question, *_) in sorted(said.of("answer", "answers").items()):
        norms = tuple(local_id(v) for v in rests.get(answer, ()) if collection_of(v) == "norm")
        found[question].append(ShortAnswer(answer, norms))
    return {question: tuple(answers) for question, answers in found.items()}


def _local(ask: Ask) -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for (_, question), told in texts(ask, NS + "localMatter"):
        by_language, language = found[question], told.language or "nb"
        by_language[language] = (*by_language.get(language, ()), told.value)
    return dict(found)
