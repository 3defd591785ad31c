"""A diagnosis out of the stored queries under `diagnostics/`: nothing that no source states is called lacking."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from kg.core.iris import collection_of, iri, local_id
from kg.diagnostics.flags import flags
from kg.model.diagnosis import Barrier, Diagnosis, Framework, Row, grouped

COVERED = frozenset({"realised", "partly"})
LACKING = frozenset({"not-realised"})


class Ask(Protocol):
    """Runs the stored query of a name under `diagnostics/` and gives its rows as plain values."""

    def __call__(self, name: str, **params: str) -> Iterable[Row]:
        """The rows of `diagnostics/<name>`."""
        ...


def subjects(ask: Ask) -> list[tuple[str, str]]:
    """Collection and id of every team and case of which something can be told."""
    found = (str(row["subject"]) for row in ask("subjects"))
    return [(collection_of(s), local_id(s)) for s in found]


def diagnose(ask: Ask, collection: str, subject: str) -> Diagnosis:
    """All that the graph tells of a team, unit or place."""

    def rows(name: str) -> list[Row]:
        return list(ask(name, subject=iri(collection, subject)))

    people = rows("members")
    members = tuple(r for r in people if r["sort"] == "member")
    relations = tuple(r for r in people if r["sort"] == "relation")
    goals, arranged = rows("goals"), grouped(rows("arrangements"), "topic")
    counts = [same[0]["least"] for same in grouped(members, "item").values()]
    total = sum(counts) if counts and None not in counts else None
    return Diagnosis(
        collection=collection,
        subject=subject,
        people=total,
        members=members,
        relations=relations,
        goals=tuple(goals),
        arrangements=arranged,
        frameworks=tuple(_frameworks(rows("concepts"))),
        barriers=tuple(_barriers(rows("barriers"))),
        flags=tuple(flags(list(ask("team_items")), total, members, relations, goals, arranged)) if members else (),
        evaluations=tuple(rows("evaluations")),
    )


def _frameworks(rows: Iterable[Row]) -> Iterator[Framework]:
    for scheme, told in grouped(rows, "scheme").items():
        by_concept = grouped(told, "concept")
        covered = {c: r for c, r in by_concept.items() if _any(r, COVERED)}
        lacking = {c: r for c, r in by_concept.items() if c not in covered and _any(r, LACKING)}
        silent = tuple(c for c in by_concept if c not in covered and c not in lacking)
        yield Framework(scheme=scheme, covered=covered, lacking=lacking, not_stated=silent)


def _any(rows: Iterable[Row], extents: frozenset[str]) -> bool:
    return any(r["extent"] in extents for r in rows)


def _barriers(rows: Iterable[Row]) -> Iterator[Barrier]:
    for finding, told in grouped(rows, "barrier").items():
        strategies = tuple(r for r in told if r["strategy"])
        said: set[Any] = {r["resolves"] for r in strategies}
        met = True if True in said else False if said == {False} else None
        yield Barrier(finding=finding, strategies=strategies, met=met)
