"""Kinds and the closures over the few relations between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.core.iris import collection_of
from kg.index.rows import Ask, day, ident, text
from kg.store.port import Term

Closure = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinds:
    """Roles, units and services with the closures over their relations, and what other short lists say.

    `up` follows kindOf, `up_parts` kindOf and partOf, `groups` kindOf among client groups; all hold the kind itself.
    `notations` gives what bears a notation such as `status=archived` in a collection.
    `lists` names the members of every other collection (`urgency`, `setting`, `action`…).
    """

    roles: frozenset[str]
    professions: frozenset[str]
    units: frozenset[str]
    services: frozenset[str]
    up: Closure
    up_parts: Closure
    groups: Closure
    works_for: Closure
    signs_for: Closure
    performs: Closure
    provides: Mapping[str, str]
    serves: Mapping[str, str]
    country: Mapping[str, str]
    exists: Mapping[str, tuple[date | None, date | None]]
    near_at_hand: tuple[str, ...]
    listed_beside: Closure
    outranks: Closure
    closing: frozenset[str]
    answers_under: Mapping[str, str]
    passes_to_parts: frozenset[str]
    signed_by_person: frozenset[str]
    way_round: frozenset[str]
    codes: Mapping[str, tuple[str, str]]
    notations: Mapping[tuple[str, str], frozenset[str]]
    variant_of: Closure
    lists: Mapping[str, frozenset[str]]

    def weight(self, authority: str) -> int:
        """How many authorities one outranks."""
        return len(self.outranks.get(authority, ()))

    def is_above(self, higher: str, lower: str) -> bool:
        """Whether the one authority outranks the other."""
        return lower in self.outranks.get(higher, ())


class _Links:
    """What the rows say of one collection: property → kind → values."""

    def __init__(self) -> None:
        self.of: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.days: dict[str, dict[str, date]] = defaultdict(dict)

    def add(self, kind: str, name: str, value: Term | None) -> None:
        if name.startswith("exists"):
            if found := day(value):
                self.days[name][kind] = found
        elif name == "type":
            self.of[name][kind].add(text(value).rpartition("#")[2])
        else:
            self.of[name][kind].add(ident(value) or text(value))

    def having(self, name: str, value: str) -> frozenset[str]:
        return frozenset(k for k, values in self.of[name].items() if value in values)

    def single(self, name: str) -> dict[str, str]:
        return {k: min(v) for k, v in self.of[name].items()}

    def several(self, name: str) -> dict[str, frozenset[str]]:
        return {k: frozenset(v) for k, v in self.of[name].items()}


def closure(links: Mapping[str, Iterable[str]], nodes: Iterable[str]) -> dict[str, frozenset[str]]:
    """Everything that each node reaches over the links, itself included. Circles are harmless here."""
    return {node: frozenset(_reach(links, node)) for node in nodes}


def _reach(links: Mapping[str, Iterable[str]], node: str) -> Iterator[str]:
    seen, todo = {node}, [node]
    while todo:
        current = todo.pop()
        yield current
        for other in links.get(current, ()):
            if other not in seen:
                seen.add(other)
                todo.append(other)


def read_kinds(ask: Ask) -> Kinds:
    """Kinds from the graph: one query, closed here."""
    by: dict[str, _Links] = defaultdict(_Links)
    for kind, prop, value in ask("kinds"):
        by[collection_of(text(kind))].add(ident(kind), text(prop).rpartition("#")[2], value)
    actors, groups, authorities, actions = by["kind"], by["group"], by["authority"], by["action"]
    nodes = actors.of["type"]
    up = closure(actors.of["kindOf"], nodes)
    both = {k: actors.of["kindOf"].get(k, set()) | actors.of["partOf"].get(k, set()) for k in nodes}
    rank = {k: int(v) for k, v in actors.single("nearAtHand").items()}
    outranks = closure(authorities.of["outranks"], authorities.of["type"])
    return Kinds(
        roles=actors.having("type", "RoleKind") | actors.having("type", "Profession"),
        professions=actors.having("type", "Profession"),
        units=actors.having("type", "UnitKind"),
        services=actors.having("type", "ServiceKind"),
        up=up,
        up_parts=closure(both, nodes),
        groups=closure(groups.of["kindOf"], groups.of["type"]),
        works_for=actors.several("worksFor"),
        signs_for=actors.several("signsFor"),
        performs=actors.several("performs"),
        provides=actors.single("provides"),
        serves=actors.single("serves"),
        country=actors.single("country"),
        exists={k: _existence(actors, up[k]) for k in nodes},
        near_at_hand=tuple(sorted(rank, key=lambda k: (rank[k], k))),
        listed_beside=actors.several("listedBeside"),
        outranks={k: v - {k} for k, v in outranks.items()},
        closing=authorities.having("closes", "true"),
        answers_under=authorities.single("answersUnder"),
        passes_to_parts=actions.having("passesToParts", "true"),
        signed_by_person=actions.having("signedByPerson", "true"),
        way_round=actions.having("offersWayRound", "true"),
        codes={code: (c, k) for c, own in by.items() for k, codes in own.of["code"].items() for code in codes},
        notations=_notations(by),
        variant_of=actions.several("variantOf"),
        lists={c: frozenset(own.of["type"]) for c, own in by.items()},
    )


def _notations(by: Mapping[str, _Links]) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for collection, own in by.items():
        for kind, notations in own.of["notation"].items():
            for notation in notations:
                found[collection, notation].add(kind)
    return {k: frozenset(v) for k, v in found.items()}


def _existence(actors: _Links, ups: frozenset[str]) -> tuple[date | None, date | None]:
    """A kind exists no longer than what it is a kind of."""
    starts = [d for u in ups if (d := actors.days["existsFrom"].get(u))]
    ends = [d for u in ups if (d := actors.days["existsTo"].get(u))]
    return max(starts, default=None), min(ends, default=None)
