"""A norm as an answer shows it: its statement, its dates, how it is to be done, what it takes for granted."""

from collections.abc import Hashable
from datetime import date
from typing import Any

from kg.model.decision import Match, Near
from kg.model.norm import Norm
from kg.wording import conditions, sources
from kg.wording.voice import Voice

Json = dict[str, Any]


def matched(match: Match, on: date, voice: Voice) -> Any:
    """A matched norm, cited by the version of the day."""
    return voice.said.piece(_key(match, on, voice), lambda: _matched(match, on, voice))


def displaced(match: Match, advice: str, on: date, voice: Voice) -> Any:
    """A norm that gives way, and what to do about it."""
    key = (*_key(match, on, voice), advice)
    return voice.said.piece(key, lambda: _matched(match, on, voice) | {"advice": advice})


def _key(match: Match, on: date, voice: Voice) -> tuple[Hashable, ...]:
    norm = sources.key(match.norm, on, voice)
    return (*norm, match.acting_as, match.conditions, match.presuppositions, match.implied)


def _matched(match: Match, on: date, voice: Voice) -> Json:
    return _shown(match.norm, on, voice) | {
        "statement": statement(match, voice),
        "sign": match.sign.value,
        "implied": match.implied,
        "actingAs": voice.ref("kind", match.acting_as),
        "presuppositions": _presuppositions((*match.presuppositions, *match.norm.presuppositions), voice),
        "conditions": [conditions.shown(c, voice) for c in sorted(match.conditions)],
    }


def near(found: Near, on: date, voice: Voice) -> Any:
    """A norm that does not decide, and the one thing that keeps it from doing so."""
    key = (*sources.key(found.norm, on, voice), found.facet, found.sign, found.acting_as, found.conditions)
    return voice.said.piece(key, lambda: _near(found, on, voice))


def _near(found: Near, on: date, voice: Voice) -> Json:
    acting_as = voice.ref("kind", found.acting_as) if found.acting_as else None
    return _shown(found.norm, on, voice) | {
        "sign": found.sign.value,
        "facet": found.facet,
        "because": voice.say(f"facet.{found.facet}", label=acting_as["label"] if acting_as else ""),
        "actingAs": acting_as,
        "conditions": [conditions.shown(c, voice) for c in found.conditions],
    }


def difference(found: Near, on: date, voice: Voice) -> str:
    """What keeps a near norm from deciding, as the predicate of a sentence; a study is named as what told it."""
    acting_as = voice.label("kind", found.acting_as) if found.acting_as else ""
    period = _period(found.norm, voice) if found.facet == "date" else None
    said = period or voice.say(f"facet.{found.facet}", label=acting_as)
    sort = "study" if voice.classes[f"class.{found.norm.authority}"] == "study" else "law"
    return voice.say(f"near.{sort}", difference=said, basis=sources.basis(found.norm, on, voice))


def alongside(found: tuple[Norm, ...], on: date, voice: Voice) -> Any:
    """Norms that hang on the referral: no more of each than is shown, the rest stands under its id."""
    turns, edition = voice.index.sources.turns, voice.index.sources.edition
    key = tuple([(n.id, edition(n, on)) if n.id in turns else n.id for n in found])
    return voice.said.row(key, lambda: [_hanging(n, on, voice) for n in found])


def _hanging(norm: Norm, on: date, voice: Voice) -> Any:
    return voice.said.piece((*sources.key(norm, on, voice), "alongside"), lambda: _beside(norm, on, voice))


def _beside(norm: Norm, on: date, voice: Voice) -> Json:
    callers = voice.index.sources.who_may_call.get(norm.id, ())
    names = voice.all_of(voice.label("kind", k) for k in callers)
    return {
        "when": norm.shown_at,
        "norm": norm.id,
        "statement": voice.label("norm", norm.id),
        "grade": sources.grade(norm, on, voice),
        "whoMayCall": voice.say("alongside.who-may-call", who=names) if names else None,
        "citations": _citations(norm, on, voice),
    }


def shown(norm: Norm, on: date, voice: Voice) -> Any:
    """What holds of a norm whoever asks."""
    return voice.said.piece(sources.key(norm, on, voice), lambda: _shown(norm, on, voice))


def _shown(norm: Norm, on: date, voice: Voice) -> Json:
    requirements = voice.index.sources.requirements.get(norm.id, ())
    return {
        "norm": norm.id,
        "modality": norm.modality.value,
        "statement": voice.label("norm", norm.id),
        "authority": norm.authority,
        "assurance": sources.assurance(norm, voice),
        "grade": sources.grade(norm, on, voice),
        "place": voice.ref("place", norm.place),
        "validFrom": _iso(norm.valid_from),
        "validTo": _iso(norm.valid_to),
        "period": _period(norm, voice),
        "lastObserved": sources.last_observed(norm, voice),
        "presuppositions": _presuppositions(norm.presuppositions, voice),
        "requirements": [{"kind": r.kind, "statement": voice.label(r.collection, r.id)} for r in requirements],
        "citations": _citations(norm, on, voice),
    }


def _citations(norm: Norm, on: date, voice: Voice) -> list[Json]:
    return [sources.cited(c, voice) for c in voice.index.sources.citations(norm, on)]


def statement(match: Match, voice: Voice) -> str:
    """What the norm says, and that it shuts out others where that is why it stands here."""
    said = voice.label("norm", match.norm.id)
    return voice.say("statement.implied", statement=said) if match.implied else said


def _presuppositions(codes: tuple[str, ...], voice: Voice) -> list[str]:
    return [conditions.presupposition(c, voice) for c in dict.fromkeys(codes)]


def _period(norm: Norm, voice: Voice) -> str | None:
    """From when to when a norm is known to hold, in words."""
    start = voice.day(norm.valid_from) if norm.valid_from else ""
    end = voice.day(norm.valid_to) if norm.valid_to else ""
    words = "dates.from-to" if start and end else "dates.from" if start else "dates.to"
    return voice.say(words, start=start, end=end) if start or end else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
