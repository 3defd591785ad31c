"""Places, and the two relations between them: `within` (administration) and `servedBy` (catchment areas)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kg.index.rows import Ask, day, ident, text

CATCHMENT_BEFORE_LIST = "catchment-before-list"
_OPEN = frozenset({CATCHMENT_BEFORE_LIST})
_FIRM: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reach:
    """That a place lies in another, from and to a day; before `attested` the list of areas says nothing firm."""

    place: str
    since: date | None = None
    until: date | None = None
    attested: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What each place lies in. `partly` holds the areas that only some districts of a municipality lie in.

    `above` holds all that a place ever lay in; `holds_others` the places in which, or in a part of which, others lie.
    `dates` are a place's own first and last day; `sort` its class; `successors` what a former municipality became.
    """

    sort: Mapping[str, str]
    numbers: Mapping[str, tuple[str, ...]]
    dates: Mapping[str, tuple[date | None, date | None]]
    country: Mapping[str, str]
    reaches: Mapping[str, tuple[Reach, ...]]
    partly: Mapping[str, frozenset[str]]
    above: Mapping[str, frozenset[str]]
    holds_others: frozenset[str]
    successors: Mapping[str, frozenset[str]]

    def covering(self, place: str, on: date) -> dict[str, frozenset[str]]:
        """The places that cover this one on a day, itself first, each with the conditions under which it does."""
        found = {place: _FIRM}
        for reach in self.reaches.get(place, ()):
            if (reach.since and on < reach.since) or (reach.until and on > reach.until):
                continue
            early = reach.since is None and reach.attested is not None and on < reach.attested
            if not early or reach.place not in found:
                found[reach.place] = _OPEN if early else _FIRM
        return found

    def inside(self, place: str, other: str) -> bool:
        """Whether `other` lies in `place`, or is an area that a part of `place` lies in."""
        return place in self.above.get(other, ()) or other in self.partly.get(place, ())


def read_places(ask: Ask) -> Places:
    """Places from the graph: two queries, the two relations closed apart."""
    links: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    days: dict[str, dict[str, date | None]] = defaultdict(dict)
    for place, prop, value in ask("places"):
        name, p = text(prop).rpartition("#")[2], ident(place)
        if name in {"servedByAttestedOn", "servedBySince", "validFrom", "validTo"}:
            days[name][p] = day(value)
        else:
            links[name][p].add(text(value).rpartition("#")[2] if name == "type" else ident(value) or text(value))
    former: dict[str, list[Reach]] = defaultdict(list)
    for place, area, start, end in ask("former_catchments"):
        former[ident(place)].append(Reach(ident(area), day(start), day(end)))
    sort = {p: min(v - {"Place"}, default="Place") for p, v in links["type"].items()}
    catchments = {p: _catchments(p, links["servedBy"], days, former) for p in sort}
    return _close(sort, links, days, catchments)


def _catchments(
    place: str,
    served: Mapping[str, Iterable[str]],
    days: Mapping[str, Mapping[str, date | None]],
    former: Mapping[str, Iterable[Reach]],
) -> tuple[Reach, ...]:
    """The areas above a place: its own link carries the dates, links from area to area have none."""
    since, attested = days["servedBySince"].get(place), days["servedByAttestedOn"].get(place)
    now = [Reach(a, since, None, attested) for direct in served.get(place, ()) for a in _above(direct, served)]
    then = [replace(r, place=a) for r in former.get(place, ()) for a in _above(r.place, served)]
    return tuple(now + then)


def _above(place: str, links: Mapping[str, Iterable[str]]) -> set[str]:
    found, todo = {place}, [place]
    while todo:
        for other in links.get(todo.pop(), ()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found


def _close(
    sort: Mapping[str, str],
    links: Mapping[str, Mapping[str, set[str]]],
    days: Mapping[str, Mapping[str, date | None]],
    catchments: Mapping[str, tuple[Reach, ...]],
) -> Places:
    within, succeeded = links["within"], links["succeededBy"]
    parts: dict[str, list[str]] = defaultdict(list)
    for place, wholes in within.items():
        for whole in wholes:
            if sort.get(place) == "District":
                parts[whole].append(place)
    served = {**catchments, **{m: _shared([catchments[d] for d in ds]) for m, ds in parts.items()}}
    partly = {
        m: frozenset(r.place for d in ds for r in catchments[d]) - {r.place for r in served[m]}
        for m, ds in parts.items()
    }
    own = {p: (*_administration(p, within), *served[p]) for p in sort}
    reaches = {p: _distinct((*own[p], *_later(p, succeeded, own))) for p in sort}
    above = {p: frozenset(r.place for r in rs) - {p} for p, rs in reaches.items()}
    countries = {p for p, s in sort.items() if s == "Country"}
    return Places(
        sort=sort,
        numbers={p: tuple(sorted(v)) for p, v in links["number"].items()},
        dates={p: (days["validFrom"].get(p), days["validTo"].get(p)) for p in sort},
        country={p: min(({p} | above[p]) & countries, default="") for p in sort},
        reaches=reaches,
        partly=partly,
        above=above,
        holds_others=frozenset(a for ps in above.values() for a in ps) | {m for m, areas in partly.items() if areas},
        successors={p: frozenset(v) for p, v in succeeded.items()},
    )


def _administration(place: str, within: Mapping[str, Iterable[str]]) -> list[Reach]:
    return [Reach(p) for p in sorted(_above(place, within) - {place})]


def _later(place: str, succeeded: Mapping[str, Iterable[str]], own: Mapping[str, tuple[Reach, ...]]) -> list[Reach]:
    """What a former municipality became, and what that lies in; of several successors only what they share."""
    nexts = sorted(succeeded.get(place, ()))
    lines = [(Reach(n), *own.get(n, ()), *_later(n, succeeded, own)) for n in nexts if n != place]
    return list(_shared(lines)) if len(lines) > 1 else [r for line in lines for r in line]


def _shared(lines: list[tuple[Reach, ...]]) -> tuple[Reach, ...]:
    """The places that all lines reach, each from the latest first day to the earliest last one."""
    if not lines:
        return ()
    merged = [_widest(line) for line in lines]
    common = set.intersection(*(set(line) for line in merged))
    return tuple(_narrowest([line[p] for line in merged]) for p in sorted(common))


def _widest(line: Iterable[Reach]) -> dict[str, Reach]:
    """One reach a place: a place left one area and joined another inside the same wider one without a gap."""
    found: dict[str, Reach] = {}
    for r in line:
        o = found.get(r.place, r)
        since = min(o.since, r.since) if o.since and r.since else None
        until = max(o.until, r.until) if o.until and r.until else None
        found[r.place] = Reach(r.place, since, until, o.attested or r.attested)
    return found


def _narrowest(reaches: list[Reach]) -> Reach:
    return Reach(
        reaches[0].place,
        max((r.since for r in reaches if r.since), default=None),
        min((r.until for r in reaches if r.until), default=None),
        max((r.attested for r in reaches if r.attested), default=None),
    )


def _distinct(reaches: tuple[Reach, ...]) -> tuple[Reach, ...]:
    return tuple(dict.fromkeys(reaches))
