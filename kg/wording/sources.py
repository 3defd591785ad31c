"""Where a norm stands and how well that is known, in words."""

from collections.abc import Hashable
from datetime import date
from typing import Any

from kg.model.citation import Citation
from kg.model.norm import Norm
from kg.wording.voice import Voice

Json = dict[str, Any]
_READ_ITSELF = frozenset({"a", "a-copy", "a-copy-dated", "paper"})
_A_PAGE = "local-routine"


def cited(citation: Citation, voice: Voice) -> Json:
    """A citation: the title of the instrument or study, and the place in it."""
    return {
        "id": citation.id,
        "title": title(citation, voice),
        "section": citation.section,
        "url": citation.url,
        "kind": citation.kind,
        "instrument": citation.instrument,
    }


def title(citation: Citation, voice: Voice) -> str:
    """What a citation stands in, by name."""
    return voice.label("study" if citation.kind == "finding" else "instrument", citation.instrument)


def basis(norm: Norm, on: date, voice: Voice) -> str:
    """What a norm rests on, inside a sentence: "folketrygdloven § 5-7", "a study from 2018"."""
    return voice.said.once((*key(norm, on, voice), "basis"), lambda: _basis(norm, on, voice))


def key(norm: Norm, on: date, voice: Voice) -> tuple[Hashable, ...]:
    """All that the words for a norm depend on: a day counts only by the versions that are cited on it."""
    return (norm.id, norm.place, voice.index.sources.edition(norm, on))


def _basis(norm: Norm, on: date, voice: Voice) -> str:
    found = _first(norm, on, voice)
    if found is None:
        return voice.label("authority", norm.authority)
    if found.kind == "finding":
        year = last_observed(norm, voice)
        return voice.say("basis.study-year", year=year) if year else voice.say("basis.study")
    if found.section.startswith("§"):
        return voice.say("basis.provision", title=title(found, voice), section=found.section)
    return voice.say("basis.text", title=title(found, voice))


def grade(norm: Norm, on: date, voice: Voice) -> str:
    """How the norm is known: read in the act and checked on a day, from a page, told in a study."""
    found, known = _first(norm, on, voice), assurance(norm, voice)
    name = title(found, voice) if found else voice.label("authority", norm.authority)
    if known["content"] not in _READ_ITSELF and norm.authority != _A_PAGE:
        return voice.say("grade-part.secondary", title=name)
    year = last_observed(norm, voice) or ""
    day = voice.day(found.read_on) if found and found.read_on else ""
    dated = year if found and found.kind == "finding" else day
    words = f"{'grade' if dated else 'grade-undated'}.{_text(norm, found, voice)}"
    said = voice.say(words, title=name, date=day, year=year)
    if known["date"] in _READ_ITSELF or norm.authority == _A_PAGE:
        return said
    return voice.say("grade-part.date-unsure", grade=said)


def _text(norm: Norm, found: Citation | None, voice: Voice) -> str:
    """Which words tell where it was read: those of the sort of text (a payment rule may stand in an act)."""
    sort = voice.index.sources.sorts.get(found.instrument, "") if found else ""
    return sort if voice.words.has(f"grade.{sort}") else norm.authority


def assurance(norm: Norm, voice: Voice) -> dict[str, str | None]:
    """The grades of content and date, by id."""
    content, dated = voice.index.sources.assurances.get(norm.id, ("", ""))
    return {"content": content or None, "date": dated or None}


def last_observed(norm: Norm, voice: Voice) -> str | None:
    """The year in which a study last saw what the norm says."""
    return voice.index.sources.observed.get(norm.basis)


def _first(norm: Norm, on: date, voice: Voice) -> Citation | None:
    return next(iter(voice.index.sources.citations(norm, on)), None)
