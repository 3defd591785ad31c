"""How a team stands to what it should have in place (TC01 to TC12 of the items in the graph)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.model.diagnosis import Flag, Row, State


class Told(NamedTuple):
    """A state, and the number behind it."""

    state: State
    number: int | None = None


def flags(
    items: Sequence[Row],
    people: int | None,
    members: Sequence[Row],
    relations: Sequence[Row],
    goals: Sequence[Row],
    arrangements: Mapping[str, Sequence[Row]],
) -> Iterator[Flag]:
    """Each item with how the team stands to it; unknown where no source tells."""
    own: Mapping[str, Callable[[Row], Told]] = {
        "team-size": lambda item: _size(people, item),
        "relationships": lambda _: _relationships(relations),
        "working-time": lambda _: _working_time(members),
        "goal-order": lambda _: _order(goals),
        "funding": lambda _: _funding(arrangements.get("funding", ())),
    }
    for code in dict.fromkeys(str(r["code"]) for r in items):
        rows = [r for r in items if r["code"] == code]
        first, topic = rows[0], str(rows[0]["topic"])
        told = own[topic](first) if topic in own else _arranged(arrangements.get(topic, ()))
        findings = tuple(dict.fromkeys(str(r["finding"]) for r in rows if r["finding"]))
        yield Flag(
            item=str(first["item"]),
            code=code,
            level=str(first["level"]),
            topic=topic,
            state=told.state,
            count=told.number,
            findings=findings,
        )


def _size(people: int | None, item: Row) -> Told:
    fewest, most = item["fewest"], item["most"]
    if people is None or fewest is None or most is None:
        return Told(State.UNKNOWN, people)
    return Told(State.MET if fewest <= people <= most else State.FLAGGED, people)


def _relationships(relations: Sequence[Row]) -> Told:
    """With how many of another host one member works at most. Whether that was weighed, no source tells."""
    most = [r["most"] for r in relations if r["crosses"] and r["most"] is not None]
    if not most:
        return Told(State.UNKNOWN)
    return Told(State.MET if max(most) == 1 else State.FLAGGED, max(most))


def _working_time(members: Sequence[Row]) -> Told:
    said = {r["time"] for r in members if r["time"]}
    if not said:
        return Told(State.UNKNOWN)
    return Told(State.FLAGGED if "part-time" in said else State.MET)


def _order(goals: Sequence[Row]) -> Told:
    if not goals:
        return Told(State.UNKNOWN)
    return Told(State.MET if any(r["rank"] for r in goals) else State.FLAGGED)


def _funding(rows: Sequence[Row]) -> Told:
    shares = {r["share"] for r in rows if r["share"]}
    if not shares:
        return Told(State.UNKNOWN)
    return Told(State.FLAGGED if len(shares) > 1 else State.MET)


def _arranged(rows: Sequence[Row]) -> Told:
    """What was arranged last decides: for the whole team, or for one side alone."""
    last = max((r["step"] or 0 for r in rows), default=0)
    said = {r["common"] for r in rows if (r["step"] or 0) == last and r["common"] is not None}
    if not said:
        return Told(State.UNKNOWN)
    return Told(State.MET if True in said else State.FLAGGED)
