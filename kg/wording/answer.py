"""An answer as the JSON of the contracts ("A decision"), in one language."""

from typing import Any

from kg.model.decision import Answer, ConditionGroup, Coverage, Decision, Match, Unit
from kg.wording import assumptions, conditions, norms, routes, verdict
from kg.wording.identity import decision_id
from kg.wording.voice import Voice

Json = dict[str, Any]


def render(answer: Answer, voice: Voice) -> Json:
    """Everything that an answer says, ids and words side by side; what a writer's voice has said before as its JSON."""
    decision = answer.decision
    first = verdict.verdict(answer, voice)
    on = decision.question.on
    return {
        "question": assumptions.question(decision.question, voice),
        "outcome": decision.outcome.value,
        "headline": first.headline,
        "summary": first.summary,
        "line": first.line,
        "tone": first.tone,
        "because": _because(decision, voice),
        **_lists(decision, voice),
        "nearest": [norms.near(n, on, voice) for n in answer.nearest],
        "conditions": [_group(g, voice) for g in decision.conditions],
        "otherwise": _otherwise(decision, voice),
        "missing": list(answer.missing),
        "missingStatements": [voice.say(f"missing.{facet}") for facet in answer.missing],
        "routes": [routes.shown(r, voice) for r in answer.routes],
        "alongside": norms.alongside(answer.alongside, on, voice),
        "coverage": coverage(answer.coverage, voice),
        "units": [unit(u, voice) for u in answer.units],
        "sendTo": voice.ref("kind", answer.send_to) if answer.send_to else None,
        "asOf": on.isoformat(),
        "kgVersion": voice.index.version,
        "decisionId": decision_id(voice.index.version, decision.question),
    }


def _lists(decision: Decision, voice: Voice) -> Json:
    on = decision.question.on

    def shown(matches: tuple[Match, ...]) -> list[Any]:
        return [norms.matched(m, on, voice) for m in matches]

    return {
        "reasons": shown(decision.reasons),
        "support": shown(decision.support),
        "displaced": [norms.displaced(m, _advice(m, decision, voice), on, voice) for m in decision.displaced],
        "locally": shown(decision.locally),
        "exceptions": shown(decision.exceptions),
    }


def _because(decision: Decision, voice: Voice) -> Json | None:
    if decision.because is None:
        return None
    return {"code": decision.because, "statement": verdict.because(decision, voice)}


def _group(group: ConditionGroup, voice: Voice) -> Json:
    return {
        "norm": group.match.norm.id,
        "effect": group.effect.value,
        "allOf": [conditions.shown(c, voice) for c in group.all_of],
        "statement": conditions.group(group.all_of, voice),
        "actingAs": voice.ref("kind", group.match.acting_as),
    }


def _otherwise(decision: Decision, voice: Voice) -> Json | None:
    if decision.otherwise is None:
        return None
    return {
        "outcome": decision.otherwise.outcome.value,
        "tone": verdict.otherwise_tone(decision, voice),
        "statement": voice.say(f"otherwise.statement.{verdict.otherwise_tone(decision, voice)}"),
        "reasons": [m.norm.id for m in decision.otherwise.reasons],
    }


def _advice(match: Match, decision: Decision, voice: Voice) -> str:
    """What to do with a norm that gives way."""
    lower, higher = match.norm.authority, decision.reasons[0].norm.authority if decision.reasons else ""
    year = voice.index.sources.observed.get(match.norm.basis)
    if lower == higher:
        return voice.say("displaced.equal")
    if lower.startswith("reported-"):
        return voice.say("displaced.reported", year=year) if year else voice.say("displaced.reported-undated")
    if higher == "funding-rule":
        return voice.say("displaced.under-payment")
    words = f"displaced.{lower}-under-rule"
    binding = higher in {"act", "regulation"} and voice.words.has(words)
    return voice.say(words if binding else "displaced.lower")


def coverage(read: Coverage, voice: Voice) -> Any:
    """What has been read for the place of a question."""
    return voice.said.piece(read, lambda: _coverage(read, voice))


def _coverage(read: Coverage, voice: Voice) -> Json:
    checked = read.law_checked_on
    return {
        "law": {"checkedOn": checked.isoformat() if checked else None},
        "hospitalList": [voice.ref("instrument", i) for i in read.hospital_lists] or None,
        "agreement": [voice.ref("instrument", i) for i in read.agreements] or None,
        "statements": [
            voice.say("coverage.law", date=voice.day(checked)) if checked else voice.say("coverage.no-law"),
            *_read("hospital-list", read.hospital_lists, voice),
            *_read("agreement", read.agreements, voice),
        ],
    }


def _read(sort: str, instruments: tuple[str, ...], voice: Voice) -> list[str]:
    found = [voice.say(f"coverage.{sort}", title=voice.label("instrument", i)) for i in instruments]
    return found or [voice.say(f"coverage.no-{sort}")]


def unit(listed: Unit, voice: Voice) -> Any:
    """A unit as its register lists it."""
    return voice.said.piece(listed, lambda: _unit(listed, voice))


def _unit(listed: Unit, voice: Voice) -> Json:
    return {
        "id": listed.id,
        "name": listed.name,
        "organisationNumber": listed.organisation_number,
        "kinds": [voice.ref("kind", k) for k in listed.kinds],
        "trust": voice.ref("organisation", listed.trust),
        "listedOn": listed.listed_on.isoformat() if listed.listed_on else None,
    }
