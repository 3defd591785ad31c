"""What norms rest on: citations by day, assurances, requirements, and the findings that speak of them."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import chain
from typing import NamedTuple

from kg.core.iris import collection_of, local_id
from kg.index.evidence import Finding
from kg.index.rows import Ask, ident, text
from kg.index.rows import day as day_of
from kg.index.statements import ByIdent, Statements, Values, day, first
from kg.model.citation import Citation
from kg.model.norm import Norm
from kg.model.requirement import Requirement

_LAW = frozenset({"act", "regulation"})
_NONE: frozenset[str] = frozenset()


_Reading = tuple[str, str, str, date | None]
"""That an instrument of a sort was read for a place on a day."""


class Version(NamedTuple):
    """A place in a source for some days: `kind` is provision, clause or finding."""

    source: str
    section: str
    first: date | None
    last: date | None
    url: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Look-ups by norm, basis and place. Nothing here decides an answer.

    `read`: (place, sort of instrument) → the instruments that were read for the place. `law_checked`: place → the
    earliest day on which a law that was read for it was checked. `turns`: norm → the days on which it begins to be
    cited otherwise, for those that ever are. `about`: (collection, id) → the barriers that studies report on it.
    """

    versions: Mapping[str, tuple[Version, ...]]
    turns: Mapping[str, tuple[date, ...]]
    also_cites: Mapping[str, tuple[str, ...]]
    assurances: Mapping[str, tuple[str, str]]
    requirements: Mapping[str, tuple[Requirement, ...]]
    who_may_call: Mapping[str, tuple[str, ...]]
    on_the_way_to: Mapping[str, tuple[str, ...]]
    send_to: Mapping[str, tuple[str, ...]]
    observed: Mapping[str, str]
    about: Mapping[tuple[str, str], tuple[str, ...]]
    read: Mapping[tuple[str, str], frozenset[str]]
    law_checked: Mapping[str, date]
    read_on: Mapping[str, date]
    sorts: Mapping[str, str]
    condition_sorts: Mapping[str, str]
    facts: Mapping[str, tuple[str, ...]]
    derived_from: Mapping[str, tuple[str, ...]]

    def citations(self, norm: Norm, on: date) -> tuple[Citation, ...]:
        """The basis of a norm as it stood on a day, then what else it cites; outside all versions, the nearest one."""
        bases = (norm.basis, *self.also_cites.get(norm.id, ()))
        return tuple(self._citation(b, v, on) for b in bases for v in self._version(b, on))

    def edition(self, norm: Norm, on: date) -> int:
        """The stretch of time that a day lies in: within one, the norm is cited the same on every day."""
        days = self.turns.get(norm.id)
        return bisect_right(days, on) if days else 0

    def _version(self, basis: str, on: date) -> Iterable[Version]:
        versions = self.versions.get(basis, ())
        inside = [v for v in versions if (not v.first or v.first <= on) and (not v.last or on <= v.last)]
        return inside[:1] or versions[-1:]

    def _citation(self, basis: str, version: Version, on: date) -> Citation:
        return Citation(
            id=basis,
            instrument=version.source,
            section=version.section,
            url=version.url,
            kind=version.kind,
            read_on=self.read_on.get(version.source),
        )

    def law_checked_on(self, places: Iterable[str]) -> date | None:
        """The day on which all law of these places was checked: the earliest of the days, so never too good."""
        return min((self.law_checked[p] for p in places if p in self.law_checked), default=None)

    def read_for(self, places: Iterable[str], sort: str) -> tuple[str, ...]:
        """The instruments of a sort that were read for any of these places."""
        return tuple(sorted(_NONE.union(*(self.read.get((p, sort), _NONE) for p in places))))


def read_sources(ask: Ask, said: Statements, findings: Mapping[str, Finding]) -> Sources:
    """Everything that norms rest on, from the graph."""
    contents, dates = said.of("norm", "contentAssurance"), said.of("norm", "dateAssurance")
    readings = [(ident(i), ident(sort), ident(place), day_of(when)) for i, sort, place, when in ask("readings")]
    versions, also_cites = dict(chain(_provisions(said), _findings(said))), said.of("norm", "alsoCites")
    return Sources(
        versions=versions,
        turns=dict(_turns(said.of("norm", "basis"), also_cites, versions)),
        also_cites=also_cites,
        assurances={n: (first(contents, n), first(dates, n)) for n in contents},
        requirements=_requirements(ask, said.of("norm", "requirement")),
        who_may_call=said.of("norm", "whoMayCall"),
        on_the_way_to=said.of("norm", "onTheWayTo"),
        send_to=said.of("norm", "sendTo"),
        observed={f: years[0] for f, years in said.of("finding", "lastObserved").items()},
        about=_obstacles(findings),
        read=_read(readings),
        law_checked=_law_checked(readings),
        read_on={instrument: when for instrument, _, _, when in readings if when},
        sorts={instrument: sort for instrument, sort, _, _ in readings},
        condition_sorts={ident(c): text(s).rpartition("#")[2] for c, s in ask("conditions")},
        facts=said.of("norm", "fact"),
        derived_from=said.of("norm", "derivedFrom"),
    )


def _obstacles(findings: Mapping[str, Finding]) -> dict[tuple[str, str], tuple[str, ...]]:
    about: dict[tuple[str, str], list[str]] = defaultdict(list)
    for found in findings.values():
        if "barrier" in found.sorts:
            for subject in found.about:
                about[subject].append(found.id)
    return {subject: tuple(told) for subject, told in about.items()}


def _read(readings: Iterable[_Reading]) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for instrument, sort, place, _ in readings:
        found[place, sort].add(instrument)
    return {key: frozenset(instruments) for key, instruments in found.items()}


def _law_checked(readings: Iterable[_Reading]) -> dict[str, date]:
    found: dict[str, date] = {}
    for _, sort, place, when in readings:
        if sort in _LAW and when:
            found[place] = min(found.get(place, when), when)
    return found


def _provisions(said: Statements) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """Each provision with its versions, the oldest first."""
    of = partial(said.of, "provision-version")
    instruments, sections, starts, ends = of("inInstrument"), of("sectionNumber"), of("validFrom"), of("validTo")
    urls = said.of("instrument", "source")
    dated = ((kind, p, vs) for kind, by_provision in said.anywhere("version") for p, vs in by_provision.items())
    for kind, provision, versions in dated:
        found = [
            Version(
                source=(source := first(instruments, v)),
                section=first(sections, v),
                first=day(starts, v),
                last=day(ends, v),
                url=first(urls, source),
                kind=kind,
            )
            for v in versions
        ]
        yield provision, tuple(sorted(found, key=lambda v: v.first or date.min) if len(found) > 1 else found)


def _turns(
    basis: ByIdent, also_cites: ByIdent, versions: Mapping[str, tuple[Version, ...]]
) -> Iterator[tuple[str, tuple[date, ...]]]:
    """Norms of which a basis has several versions, with each day on which one begins, and that after one ends."""
    for norm, bases in basis.items():
        several = [v for b in (*bases, *also_cites.get(norm, ())) if len(versions.get(b, ())) > 1 for v in versions[b]]
        if several:
            days = {v.first for v in several if v.first} | {
                v.last + timedelta(days=1) for v in several if v.last and v.last < date.max
            }
            yield norm, tuple(sorted(days))


def _findings(said: Statements) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """Each finding with the place in its study."""
    sections, urls = said.of("finding", "quotedFrom"), said.of("study", "source")
    for finding, (study, *_) in said.of("finding", "inStudy").items():
        found = Version(study, first(sections, finding), None, None, first(urls, study), "finding")
        yield finding, (found,)


def _requirements(ask: Ask, by_norm: Mapping[str, Values]) -> dict[str, tuple[Requirement, ...]]:
    sorts = {text(r): text(s).rpartition("#")[2].removesuffix("Requirement").lower() for r, s in ask("requirements")}
    return {
        norm: tuple(Requirement(collection=collection_of(r), id=local_id(r), kind=sorts.get(r, "form")) for r in found)
        for norm, found in by_norm.items()
    }
