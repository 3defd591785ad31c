"""The codebook: what each norm says and rests on, how sure it is, and by which rules it was made. Markdown."""

from collections.abc import Iterable, Iterator
from datetime import date

import kg
from kg.model.norm import Norm
from kg.wording import conditions, doubts, sources
from kg.wording.panel import COLUMNS
from kg.wording.voice import Voice, capital

_GRADES = ("a", "a-copy-dated", "a-copy", "b", "c", "paper")
_CONVENTIONS = (*("one-basis", "own-words", "empty", "open-world", "dates", "versions", "precedence", "reported"),)
_SCOPE = (("services", "kind"), ("settings", "setting"), ("groups", "group"), ("urgencies", "urgency"))


def lines(voice: Voice, english: Voice, bokmal: Voice, on: date) -> Iterator[str]:
    """The codebook line by line, the same for the same version and day, by whose numbering provisions are cited."""
    norms = voice.index.shelf.by_id
    version = voice.index.version
    yield f"# {voice.say('codebook.title')}"
    yield ""
    yield voice.say("codebook.lead", version=version, count=str(len(norms)))
    yield from _part("cite", [voice.say("codebook.cite", version=version, software=kg.__version__)], voice)
    yield from _part("conventions", ["- " + voice.say(f"codebook-convention.{c}") for c in _CONVENTIONS], voice)
    yield from _part("codes", [f"- `{c}`: " + voice.say(f"codebook-code.{c}") for c in COLUMNS], voice)
    grades = [f"- `{g}`: {voice.label('assurance', g)}. {_told(f'about.grade-{g}', voice)}" for g in _GRADES]
    yield from _part("grades", grades, voice)
    yield from _part("norms", [], voice)
    places: dict[str, set[str]] = {}
    for (_, place), there in voice.index.shelf.in_place.items():
        for norm in there:
            places.setdefault(norm.id, set()).add(place)
    for ident in sorted(norms):
        yield f"### `{ident}`"
        yield ""
        yield f"- {voice.say('codebook.statement-nb')}: {bokmal.label('norm', ident)}"
        yield f"- {voice.say('codebook.statement-en')}: {english.label('norm', ident)}"
        yield from _norm(norms[ident], places[ident], on, voice)
        yield ""


def _part(name: str, said: list[str], voice: Voice) -> Iterator[str]:
    yield from ("", "## " + voice.say(f"codebook.head-{name}"), "", *said)


def _told(key: str, voice: Voice) -> str:
    """Words that stand inside a sentence elsewhere, as one of their own."""
    return capital(voice.say(key))


def _norm(norm: Norm, places: set[str], on: date, voice: Voice) -> Iterator[str]:
    bearers = _labels("kind", norm.bearers, voice)
    who = voice.say("codebook.outside", who=bearers) if norm.bearer_outside else bearers
    known = sources.assurance(norm, voice)
    content, dated = (voice.label("assurance", known[k]) if known[k] else "–" for k in ("content", "date"))  # type: ignore[arg-type]
    taken = [conditions.presupposition(c, voice) for c in norm.presuppositions]
    said = {
        "modality": f"`{norm.modality.value}`",
        "bearer": who or voice.say("codebook.anybody"),
        "action": f"{voice.label('action', norm.action)} (`{norm.action}`)",
        "counterpart": _labels("kind", norm.counterparts, voice) or voice.say("codebook.anybody"),
        "scope": "; ".join(_scope(norm, voice)),
        "place": _labels("place", places, voice),
        "conditions": "; ".join(conditions.statement(c, voice) for c in sorted(norm.conditions)),
        "taken-for-granted": "; ".join(taken),
        "dates": _dates(norm, voice),
        **_cited(norm, on, voice),
        "authority": f"{voice.label('authority', norm.authority)} (`{norm.authority}`)",
        "grades": voice.say("codebook.grade-pair", content=content, date=dated),
        "facts": ", ".join(voice.index.sources.facts.get(norm.id, ())),
        "doubts": " ".join(doubts.of(norm, voice)) or voice.say("codebook.none"),
    }
    yield from ("- " + voice.say(f"codebook.{name}") + f": {text}" for name, text in said.items() if text)


def _labels(collection: str, ids: Iterable[str], voice: Voice) -> str:
    return ", ".join(f"{voice.label(collection, i)} (`{i}`)" for i in sorted(ids))


def _scope(norm: Norm, voice: Voice) -> Iterator[str]:
    for field, collection in (*_SCOPE, ("stages", "stage")):
        if found := getattr(norm, field):
            yield _labels(collection, found, voice)


def _dates(norm: Norm, voice: Voice) -> str:
    days = {
        "from": norm.valid_from,
        "not-before": norm.not_before,
        "until": norm.valid_to,
        "attested": norm.attested_on,
        "last-seen": norm.last_seen_on,
    }
    told = [voice.say(f"codebook.{name}", date=day.isoformat()) for name, day in days.items() if day]
    if year := sources.last_observed(norm, voice):
        told.append(voice.say("codebook.last-seen", date=year))
    return ", ".join(told) or voice.say("codebook.not-stated")


def _cited(norm: Norm, on: date, voice: Voice) -> dict[str, str]:
    """Where it stands: title, section and address; the basis first."""
    told = []
    for one in voice.index.sources.citations(norm, on):
        name = " ".join(filter(None, (sources.title(one, voice), one.section)))
        told.append((one.id, f"[{name}]({one.url})" if one.url.startswith("http") else name))
    basis = "; ".join(text for ident, text in told if ident == norm.basis)
    return {"basis": basis, "also": "; ".join(text for ident, text in told if ident != norm.basis)}
